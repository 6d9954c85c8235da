/** Everything that discovery has read so far. */
import type { Captcha, Description, HttpResponse, Page, PageFact, Surface, Via } from '../types.ts';
import type { Mention } from './mentions.ts';
import type { MetadataBook } from './metadata.ts';

export interface Notebook extends MetadataBook {
  /** Pages whose words count, in the order in which they were read. */
  pages: Page[];
  pageFacts: PageFact[];
  captchas: Captcha[];
  mentions: Mention[];
  descriptions: Description[];
  docs: Surface['docs'];
  keyPages: Surface['keyPages'];
  agentCards: Surface['agentCards'];
  /** API roots that a link or a catalogue names outright. */
  roots: { url: string; via: Via; evidence: string[] }[];
  /** Hosts whose own answers look like an API's: JSON, XML errors, challenges. */
  apiOrigins: { origin: string; via: Via; evidence: string[]; sample: HttpResponse }[];
}

export function createNotebook(): Notebook {
  return { pages: [], pageFacts: [], captchas: [], mentions: [], descriptions: [], docs: [], keyPages: [], agentCards: [], roots: [], apiOrigins: [], servers: [], resources: [], lookups: [] };
}
