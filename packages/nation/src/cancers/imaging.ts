import type { ImagingUse } from './model.ts';

const use = (
  modality: string,
  zh: string,
  bodySite: readonly [string, string],
  series: string,
  images: number,
): ImagingUse => ({ modality, zh, bodySite, series: series.split(' '), images });

const chest = ['51185008', '胸部'] as const;
const abdomen = ['113345001', '腹部'] as const;
const pelvis = ['12921003', '盆腔'] as const;
const head = ['69536005', '头部'] as const;
const neck = ['45048000', '颈部'] as const;
const breast = ['76752008', '乳腺'] as const;
const whole = ['38266002', '全身'] as const;

/** Studies that are made of a cancer; body sites by SNOMED CT. */
export const imagingUses: Readonly<Record<string, ImagingUse>> = {
  chestCt: use('CT', '胸部CT平扫+增强', chest, '平扫 动脉期 静脉期', 180),
  abdomenCt: use('CT', '上腹部CT平扫+增强', abdomen, '平扫 动脉期 门静脉期 延迟期', 160),
  pelvisCt: use('CT', '腹盆腔CT平扫+增强', pelvis, '平扫 动脉期 静脉期', 190),
  neckCt: use('CT', '颈部CT平扫+增强', neck, '平扫 增强', 120),
  headMr: use('MR', '头颅MRI平扫+增强', head, 'T1WI T2WI FLAIR DWI T1WI增强', 30),
  neckMr: use('MR', '鼻咽及颈部MRI平扫+增强', neck, 'T1WI T2WI压脂 DWI T1WI增强', 32),
  pelvisMr: use('MR', '盆腔MRI平扫+增强', pelvis, 'T1WI T2WI DWI T1WI动态增强', 36),
  liverMr: use('MR', '上腹部MRI平扫+增强', abdomen, 'T1WI T2WI压脂 DWI 动脉期 门静脉期 肝胆期', 40),
  boneMr: use('MR', '病变部位MRI平扫+增强', whole, 'T1WI T2WI压脂 T1WI增强', 28),
  breastMg: use('MG', '双乳钼靶', breast, 'CC位 MLO位', 2),
  breastUs: use('US', '乳腺及腋窝超声', breast, '灰阶 彩色多普勒', 24),
  thyroidUs: use('US', '甲状腺及颈部淋巴结超声', neck, '灰阶 彩色多普勒', 20),
  abdomenUs: use('US', '腹部超声', abdomen, '灰阶 彩色多普勒', 22),
  petCt: use('PT', '全身PET/CT', whole, 'CT衰减校正 PET', 260),
};
