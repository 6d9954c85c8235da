/** A source: one way of learning something about a business, as a row of the table in `sources/index.ts`. */
import type { HttpAnswer, HttpRequest, HttpResponse } from '../types.ts';
import { plain, type Crawl } from './crawl.ts';

/**
 * One row. `Q` is a question that it asks, `A` what comes back.
 * A row is due when what it needs is known; nothing counts rounds. Every question is asked once.
 */
export interface Source<Q, A> {
  id: string;
  /** Rows whose first questions must be answered before this one may ask. */
  needs?: readonly string[];
  /** `now`: as soon as it is due (the default). `last`: when no other row has anything to ask that leads further. `beside`: the other rows do not wait for it. */
  when?: 'now' | 'last' | 'beside';
  /** Nothing that another row asks depends on its answers: guesses need not wait for them. */
  final?: boolean;
  /**
   * A row whose answer, before it is entered, makes questions of this one certain: they are sent at once, and not only when all that is under way has
   * been answered. For rows whose `ask` leaves nothing behind but what the crawl remembers of answers.
   */
  with?: string;
  /** The questions that what is known raises, best first. Pure, and called often: a question that was asked before is skipped. */
  due(crawl: Crawl): readonly Q[];
  /** Names a question. */
  key(question: Q): string;
  /** Sends the question. Reads nothing into what is known: answers are entered in the table's order, whichever comes first. */
  ask(crawl: Crawl, question: Q): Promise<A>;
  /** Enters what the answer shows. */
  read(crawl: Crawl, question: Q, answer: A): void | Promise<void>;
}

/** A question on its way: resolves to the reading of its answer. */
export interface Job {
  key: string;
  ask(): Promise<() => void | Promise<void>>;
}

export interface Row {
  id: string;
  needs: readonly string[];
  when: 'now' | 'last' | 'beside';
  final: boolean;
  with: string | null;
  jobs(crawl: Crawl): Job[];
}

/** Makes a row of a source. */
export function source<Q, A>(row: Source<Q, A>): Row {
  const { id, needs = [], when = 'now', final = false, with: beside, ...how } = row;
  return {
    id,
    needs,
    when,
    final,
    with: beside ?? null,
    jobs: (crawl) =>
      how.due(crawl).map((question) => ({
        key: `${id} ${how.key(question)}`,
        async ask() {
          const answer = await how.ask(crawl, question);
          return () => how.read(crawl, question, answer);
        },
      })),
  };
}

/** A row for documents at fixed places of the target's own site; `read` is given what answers, unless a wall did. */
export const siteDocuments = ({
  id,
  paths,
  ask,
  read,
}: Pick<Row, 'id'> & {
  paths: readonly string[];
  ask: Omit<HttpRequest, 'url'>;
  read(crawl: Crawl, answer: HttpResponse, url: string): void | Promise<void>;
}): Row =>
  source<string, HttpAnswer>({
    id,
    needs: ['home'],
    with: 'home',
    due: ({ known }) => known.sites.slice(0, 1).flatMap((site) => paths.map((path) => site + path)),
    key: (url) => url,
    ask: (crawl, url) => crawl.ask({ url, ...ask }),
    read(crawl, url, raw) {
      const answer = plain(crawl, raw);
      if (answer) return read(crawl, answer, url);
    },
  });
