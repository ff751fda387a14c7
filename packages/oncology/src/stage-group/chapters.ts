import type { Label } from '@nodp/terminology';
import type { Chapter } from './chapter.ts';
import { HEAD_NECK_DIGESTIVE } from './chapters-head-digestive.ts';
import { OTHER_ORGANS } from './chapters-other.ts';

/**
 * Which chapter stages which tumour. A tumour is of every chapter it fits: of the oesophagogastric junction two are
 * asked. Source: AJCC Cancer Staging Manual, 8th edition, topography and histology codes of each chapter; ranges as in
 * NCI's EOD schema selection 2.1.
 */
export const CHAPTERS: readonly Chapter[] = [...HEAD_NECK_DIGESTIVE, ...OTHER_ORGANS];

const titles = new Map(CHAPTERS.map(({ id, title }) => [id, title]));

/** What a chapter is called; its own id where it is none of the declared ones. */
export const chapterTitle = (id: string): Label => titles.get(id) ?? { en: id, zh: id };
