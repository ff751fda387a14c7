/**
 * Types of attributes in the modules of images (PS3.3 C.7), where the table leaves a choice by them: 1 has to have a value, 2 may be empty. What is
 * not named is of type 3, or of a module that has it only where its object is.
 */
const TYPE_1 = new Set([
  '0008002A',
  '00080022',
  '00080023',
  '00080033',
  '00080032',
  '00180012',
  '00181400',
  '0040A032',
  '0040A120',
  '0040A121',
  '0040A122',
  '0040A123',
  '0040A13A',
  '00700001',
  '00700084',
  '30060008',
  '30080250',
  '300A0006',
  '300A0007',
]);
const TYPE_2 = new Set([
  '00080020',
  '00080021',
  '00080030',
  '00080031',
  '00080050',
  '00080070',
  '00080080',
  '00080090',
  '00100010',
  '00100020',
  '00100030',
  '00100040',
  '00181030',
  '00200010',
  '00200052',
  '00201040',
  '00400244',
  '00400245',
  '00081070',
]);

/** The type of an attribute; within a sequence it is the item's own module that says it, and most are of type 1 there. */
export const knownType = (tag: string, within: string | null): 1 | 2 | 3 => {
  if (TYPE_1.has(tag)) return 1;
  if (TYPE_2.has(tag)) return 2;
  return within === null ? 3 : 1;
};
