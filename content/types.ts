/**
 * The shapes of the knowledge pages' prose. What the engine knows (titles, questions, rungs, weights, cures) stands in its own tables and is
 * read from there; here is only what nobody else says. In every text backticks set off what is typed or sent, and [words](address) link.
 */

/** A message as it goes over the wire. A line that begins with `» ` carries the margin mark. */
export interface Sample {
  label: string;
  /** What an agent makes of it; `plain` for requests. */
  tone: 'open' | 'partly' | 'wall' | 'plain';
  text: string;
}

/** One thing to try in a shell, and what the answers mean. */
export interface HandTest {
  say: string;
  command: string;
  readings: readonly { answer: string; means: string }[];
}

export interface Source {
  label: string;
  url: string;
  /** What it says about this. */
  says: string;
}

export interface SignalArticle {
  why: readonly string[];
  samples: readonly Sample[];
  tests: readonly HandTest[];
  sources: readonly Source[];
  /** Paths of pages that go on from here. */
  related: readonly string[];
}

export interface AntiPatternArticle {
  why: readonly string[];
  samples: readonly Sample[];
  /** When the scanner calls it present, and what rules it out. */
  presentWhen: string;
  neverWhen: string;
  tests: readonly HandTest[];
  objections: readonly { says: string; answer: string }[];
  sources: readonly Source[];
  related: readonly string[];
}

/** Who stands at a lane of a flow's drawing. */
export interface Lane {
  name: string;
  /** People wait at this lane; what goes there stops an agent. */
  person?: boolean;
}

/** One message between two lanes, by their places from the left. */
export interface Step {
  from: number;
  to: number;
  /** Two or three words on the arrow. */
  label: string;
  /** The same as a sentence, for the list below the drawing. */
  says: string;
}

export interface FlowArticle {
  /** What happens, in one paragraph or two. */
  what: readonly string[];
  lanes: readonly Lane[];
  /** Place of the agent's lane. */
  agent: number;
  steps: readonly Step[];
  /** First and last step during which the agent can only wait for a person; absent where it never does. */
  waits?: readonly [number, number];
  /** What it means for a program with nobody beside it. */
  forAgents: readonly string[];
  samples: readonly Sample[];
  /** Where the scanner learns that it is offered. */
  seen: readonly string[];
  sources: readonly Source[];
  related: readonly string[];
}
