import { conditionEra } from './condition-era.ts';
import { conditionOccurrence } from './condition-occurrence.ts';
import { death } from './death.ts';
import { deviceExposure } from './device-exposure.ts';
import type { Domain } from './domain.ts';
import { doseEra } from './dose-era.ts';
import { drugEra } from './drug-era.ts';
import { drugExposure } from './drug-exposure.ts';
import { locationRegion } from './location-region.ts';
import { measurement } from './measurement.ts';
import { observation } from './observation.ts';
import { observationPeriod } from './observation-period.ts';
import { payerPlanPeriod } from './payer-plan-period.ts';
import { procedureOccurrence } from './procedure-occurrence.ts';
import { specimen } from './specimen.ts';
import { visitDetail } from './visit-detail.ts';
import { visitOccurrence } from './visit-occurrence.ts';

/** Every domain that a criterion may be of, by the name it has in an expression. */
export const domains = {
  ConditionEra: conditionEra,
  ConditionOccurrence: conditionOccurrence,
  Death: death,
  DeviceExposure: deviceExposure,
  DoseEra: doseEra,
  DrugEra: drugEra,
  DrugExposure: drugExposure,
  LocationRegion: locationRegion,
  Measurement: measurement,
  Observation: observation,
  ObservationPeriod: observationPeriod,
  PayerPlanPeriod: payerPlanPeriod,
  ProcedureOccurrence: procedureOccurrence,
  Specimen: specimen,
  VisitDetail: visitDetail,
  VisitOccurrence: visitOccurrence,
} as const satisfies Record<string, Domain>;

export type DomainName = keyof typeof domains;

export const DOMAIN_NAMES = Object.keys(domains) as DomainName[];

export const domainOf = (name: DomainName): Domain => domains[name];
