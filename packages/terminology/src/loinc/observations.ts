import type { Label } from '../label.ts';
import { once, rows } from '../rows.ts';

export type ObservationKind =
  | 'vital-sign'
  | 'performance-status'
  | 'report'
  | 'tumour-finding'
  | 'social-history'
  | 'survey'
  | 'panel'
  | 'disease-status'
  | 'genomics';

export type ObservationTerm = {
  readonly code: string;
  readonly kind: ObservationKind;
  /** Canonical UCUM unit, null where the value has none. */
  readonly unit: string | null;
  readonly label: Label;
};

/** `code|kind|unit|English|Chinese`. Source: LOINC (Regenstrief Institute); the codes of mCODE STU4 and Synthea. */
const OBSERVATION_ROWS = `
8302-2|vital-sign|cm|Body height|身高
29463-7|vital-sign|kg|Body weight|体重
39156-5|vital-sign|kg/m2|Body mass index|体质指数
8277-6|vital-sign|m2|Body surface area|体表面积
3140-1|vital-sign|m2|Body surface area, derived|体表面积（计算）
85354-9|vital-sign||Blood pressure|血压
55284-4|vital-sign||Blood pressure|血压
8480-6|vital-sign|mm[Hg]|Systolic blood pressure|收缩压
8462-4|vital-sign|mm[Hg]|Diastolic blood pressure|舒张压
8867-4|vital-sign|/min|Heart rate|心率
9279-1|vital-sign|/min|Respiratory rate|呼吸频率
8310-5|vital-sign|Cel|Body temperature|体温
8331-1|vital-sign|Cel|Oral temperature|口腔温度
59408-5|vital-sign|%|Oxygen saturation by pulse oximetry|血氧饱和度
2708-6|vital-sign|%|Oxygen saturation in arterial blood|动脉血氧饱和度
89247-1|performance-status|{score}|ECOG performance status|ECOG 体力状况评分
89262-0|performance-status|{score}|ECOG performance status, interpreted|ECOG 体力状况评分（解读）
89243-0|performance-status|{score}|Karnofsky performance status|卡氏体力状况评分
60568-3|report||Pathology synoptic report|结构化病理报告
22637-3|report||Pathology report final diagnosis|病理报告最终诊断
11526-1|report||Pathology study|病理检查
33721-2|report||Bone marrow pathology biopsy report|骨髓活检病理报告
51969-4|report||Genetic analysis report|基因检测报告
69409-1|report||Certificate of death|死亡证明书
46288-7|report||Ultrasound guidance for biopsy of prostate|超声引导下前列腺活检
21889-1|tumour-finding|cm|Tumour size|肿瘤大小
33728-7|tumour-finding|cm|Tumour size, longest dimension|肿瘤最大径
33729-5|tumour-finding|cm|Tumour size, additional dimension|肿瘤其他径
33756-8|tumour-finding|mm|Polyp size, greatest dimension|息肉最大径
31206-6|tumour-finding||Histology and behaviour|组织学类型和行为
44648-4|tumour-finding||Histologic grade (Nottingham)|组织学分级（诺丁汉）
44669-0|tumour-finding||Margin involvement in breast tumour|乳腺肿瘤切缘受累
85336-6|tumour-finding||DCIS intraductal extension|导管原位癌范围
92832-5|tumour-finding|{count}|Sentinel lymph nodes with metastasis|前哨淋巴结转移数
21893-3|tumour-finding|{count}|Regional lymph nodes positive|区域淋巴结阳性数
21894-1|tumour-finding|{count}|Regional lymph nodes examined|区域淋巴结检出数
92833-3|tumour-finding|{count}|Lymph nodes examined|检查淋巴结数
32465-7|tumour-finding||Physical findings of prostate|前列腺体格检查
97509-4|disease-status||Cancer disease progression|肿瘤病情变化
69453-9|disease-status||Cause of death|死因
72166-2|social-history||Tobacco smoking status|吸烟状况
72514-3|survey|{score}|Pain severity, 0 to 10|疼痛评分（0–10）
57698-3|panel||Lipid panel|血脂
58410-2|panel||Complete blood count panel|全血细胞计数
51990-0|panel||Basic metabolic panel|基础代谢
24323-8|panel||Comprehensive metabolic panel|综合代谢
69548-6|genomics||Genetic variant assessment|基因变异
48018-6|genomics||Gene studied|检测基因
53041-0|genomics||DNA region of interest panel|目标基因区域
`;

const table = once(
  () =>
    new Map(
      rows(OBSERVATION_ROWS).map(([code = '', kind = '', unit = '', en = '', zh = '']) => [
        code,
        { code, kind: kind as ObservationKind, unit: unit || null, label: { en, zh } },
      ]),
    ) as ReadonlyMap<string, ObservationTerm>,
);

/** What a LOINC code that is no laboratory analyte, biomarker or TNM code asks for; null when not of the subset. */
export function observationOfLoinc(code: string): ObservationTerm | null {
  return table().get(code) ?? null;
}

export function observationTerms(): readonly ObservationTerm[] {
  return [...table().values()];
}
