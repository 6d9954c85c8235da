/** The paths at which reports are read. Nothing here knows the database, so that every component can link. */

/** Where the example report is read. */
export const examplePath = '/example';

/** The report that stands for a domain, or for a host or port of it. A colon may stand in a path as it is (RFC 3986 §3.3). */
export const namePath = (name: string): string => `/report/${encodeURIComponent(name).replaceAll('%3A', ':')}`;

/** One scan's report, for good. */
export const permalink = ({ id, domain }: { id: string; domain: string }): string => `${namePath(domain)}/${id}`;

/** What the address of a scan's report goes on with where all of its exchanges are read. */
export const evidencePage = 'evidence';
