/** Headings go down by one: what stands within a part is a level below the part's own heading, wherever the part stands. */
import { createContext, type ReactNode, use } from 'react';

/** The page's own heading is 1. */
const Level = createContext(2);

type Heading = 'h2' | 'h3' | 'h4' | 'h5' | 'h6';

/** The element of a heading that stands here. */
export const useHeading = (): Heading => `h${Math.min(use(Level), 6)}` as Heading;

/** What has a heading of this level above it. */
export const Beneath = ({ children }: { children: ReactNode }) => (
  <Level value={use(Level) + 1}>{children}</Level>
);
