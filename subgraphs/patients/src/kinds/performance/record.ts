import type { OfOnePatient } from '@nodp/record';

export interface PerformanceRecord extends OfOnePatient {
  readonly kind: 'performance';
  readonly scale: 'ECOG' | 'Karnofsky' | 'Lansky';
  readonly score: number;
  readonly at: string | null;
}

declare module '@nodp/record' {
  interface Records {
    performance: PerformanceRecord;
  }
}
