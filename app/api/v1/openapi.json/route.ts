/** Where the description was before it had an address at the root. */
export { DELETE, GET, OPTIONS, PATCH, POST, PUT } from '@/app/openapi.json/route.ts';
