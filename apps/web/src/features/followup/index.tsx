/** The follow-up application. */
export { ContactsDuePage } from './page.tsx';
