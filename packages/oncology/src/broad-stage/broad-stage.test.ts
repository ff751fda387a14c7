import { testCases } from '../testing/cases.ts';
import { broadStage } from './broad-stage.ts';
import cases from './cases.json' with { type: 'json' };

testCases<[string, string]>(cases, ([axis, value]) => broadStage(axis, value));
