/** What of a page's landmarks and tables is wrong; evaluated in the page. */
export const layoutFaults = (): string[] => {
  const faults: string[] = [];
  const shown = (e: Element) => e.checkVisibility() && e.getBoundingClientRect().width > 1;
  const all = (selector: string) => [...document.querySelectorAll(selector)].filter(shown);
  const wordsOf = (e: Element) => (e.textContent ?? '').replace(/\s+/g, ' ').trim();

  const root = document.documentElement;
  const wider = root.scrollWidth - root.clientWidth;
  if (wider > 0) faults.push(`the page is ${wider} px wider`);

  const nameOf = (e: Element) =>
    e.getAttribute('aria-label') ??
    (e.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ')
      .trim();
  const mains = all('main, [role=main]').length;
  if (mains !== 1) faults.push(`${mains} main landmarks`);
  const named = new Set<string>();
  for (const e of all('nav, section, aside, [role=navigation], [role=region], [role=search]')) {
    const role = e.getAttribute('role') ?? e.tagName.toLowerCase();
    const name = nameOf(e);
    if (name === '') faults.push(`${role} without a name: ${wordsOf(e).slice(0, 60)}`);
    else if (named.has(`${role} ${name}`)) faults.push(`two of ${role} “${name}”`);
    named.add(`${role} ${name}`);
  }

  for (const heading of all('[role=columnheader], th')) {
    if (heading.scrollWidth > heading.clientWidth + 1)
      faults.push(`the heading “${wordsOf(heading)}” is cut`);
  }
  for (const table of all('[role=table], table')) {
    const rows = [...table.querySelectorAll('[role=row], tr')].map((row) => [
      ...row.querySelectorAll(':scope > [role=cell], :scope > td'),
    ]);
    const cells = rows.filter((row) => row.length > 1);
    for (let i = 1; i < (cells[0]?.length ?? 0); i++) {
      // A bar says what words would.
      const silent = (cell: Element) =>
        ['', '—'].includes(wordsOf(cell)) && !cell.querySelector('svg, img, [aria-hidden]');
      if (cells.every((row) => silent(row[i] as Element)))
        faults.push(`a column of ${nameOf(table)} is empty: ${i + 1}`);
    }
  }
  return faults;
};
