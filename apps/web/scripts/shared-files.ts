/**
 * Which of the app's files are one file of the build. Left alone, each set of pages that share something gets a file of
 * its own: a list's first visit was 39 files, most below 1 kB, each with its headers and compressed by itself.
 */
type ModuleInfo = { readonly importedIds: readonly string[] };
type Modules = { getModuleInfo(id: string): ModuleInfo | null };

/**
 * All that the pages given stand on, apart from their own features, is one file. What a module of it stands on is in it
 * too, or in the file of every page: no file is run before one that it needs.
 */
export const under = (name: string, pages: readonly string[]) => {
  let found: ReadonlySet<string> | null = null;
  return (id: string, modules: Modules): string | null => {
    found ??= reached(pages, modules);
    return found.has(id) && !id.includes('/src/features/') ? name : null;
  };
};

function reached(pages: readonly string[], modules: Modules): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...pages];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(modules.getModuleInfo(id)?.importedIds ?? []));
  }
  return seen;
}
