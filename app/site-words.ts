/** What the site is called and what it says of itself, for the home page and for pages that say nothing of their own. */
export const siteTitle = (siteName: string): string => `${siteName}: can an AI agent let itself in?`;

export const siteDescription =
  'Type the address of your API. See how far an AI agent gets on its own, where it stops, and what to change.';
