import type { Resolvers } from '../generated/resolvers.ts';
import { Biomarker } from './Biomarker.ts';
import { PathologyReport } from './PathologyReport.ts';
import { Patient } from './Patient.ts';
import { Query } from './Query.ts';
import { Specimen } from './Specimen.ts';

export const resolvers: Resolvers = { Query, Patient, Specimen, PathologyReport, Biomarker };
