/** What stands at the head of every printed page: what it is of, read off the page itself. */

export type Heading = {
  /** The page's title, and the patient or cohort that the page shows. */
  subject: string;
  /** What was chosen on it. */
  selection: string;
  /** The release its figures are of. */
  release: string;
};

const wordsOf = (root: ParentNode, attribute: string): string =>
  [...root.querySelectorAll(`[${attribute}]`)]
    .map((element) => element.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '')
    .filter((words) => words !== '')
    .join(' · ');

/**
 * Parts of a page say what they are: `data-page-heading` its title, `data-print-subject` more of whom it is,
 * `data-print-selection` a choice in words, `data-print-release` the release.
 */
export const printedHeading = (root: ParentNode): Heading => ({
  subject: [
    wordsOf(root, 'data-page-heading'),
    wordsOf(root, 'data-print-subject'),
    wordsOf(root, 'data-section-heading'),
  ]
    .filter((words) => words !== '')
    .join(' · '),
  selection: wordsOf(root, 'data-print-selection'),
  release: wordsOf(root, 'data-print-release'),
});
