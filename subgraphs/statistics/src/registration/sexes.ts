/** Places of the sexes in tables of cases and persons. */
export const FEMALE = 0;
export const MALE = 1;
