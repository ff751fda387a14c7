/** The last signs of an opaque id: enough to tell patients of one list apart. */
export const shortId = (id: string): string => `…${id.slice(-6)}`;
