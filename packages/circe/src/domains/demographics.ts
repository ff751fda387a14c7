import type { Attribute } from './domain.ts';
import { concepts, date, gender, integer, label, selection } from './shared.ts';

/** Attributes of the person at an event `C`: what demographic criteria ask. */
export const demographics: Readonly<Record<string, Attribute>> = {
  Age: integer('year(C.start_date) - P.year_of_birth', label('age', '年龄'), null, { role: 'age' }),
  ...gender,
  OccurrenceStartDate: date('C.start_date', label('occurrence start date', '发生开始日期'), null, {
    role: 'start',
  }),
  OccurrenceEndDate: date('C.end_date', label('occurrence end date', '发生结束日期'), null, {
    role: 'end',
  }),
  Race: concepts('P.race_concept_id', label('race', '人种'), 'race is: %'),
  RaceCS: selection('P.race_concept_id', label('race', '人种'), 'a race concept % concept set'),
  Ethnicity: concepts('P.ethnicity_concept_id', label('ethnicity', '族裔'), 'ethnicity is: %'),
  EthnicityCS: selection(
    'P.ethnicity_concept_id',
    label('ethnicity', '族裔'),
    'an ethnicity concept % concept set',
  ),
};
