/** The literature, in whichever application it is read. */
export { LiteratureImportPage } from './import.tsx';
export { LiteraturePage } from './page.tsx';
