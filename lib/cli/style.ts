/** How text is shown: with colours or without, with signs or in words. */
import pc from 'picocolors';

export interface Style {
  /** ANSI colours. */
  colour: boolean;
  /** Words alone, one thing a line: for screen readers and braille. */
  plain: boolean;
}

/** Without colours, as in a file. */
export const bare: Style = { colour: false, plain: false };

/** The style for a stream: colours on a terminal, unless `NO_COLOR` (no-color.org) or `TERM=dumb` is set; `FORCE_COLOR` asks for them anywhere. */
export function styleFor(stream: { isTTY?: boolean }, { plain = false }: { plain?: boolean }): Style {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (plain || NO_COLOR) return { colour: false, plain };
  if (FORCE_COLOR) return { colour: FORCE_COLOR !== '0', plain };
  return { colour: stream.isTTY === true && TERM !== 'dumb', plain };
}

export const coloursOf = ({ colour }: Style) => pc.createColors(colour);
