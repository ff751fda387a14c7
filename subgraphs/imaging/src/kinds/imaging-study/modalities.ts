import { type Coded, coded, type Label } from '@nodp/graph';

/**
 * DICOM modalities a cancer centre meets: code, English, Chinese. Codes: DICOM PS3.16, CID 33 “Modality”
 * and PS3.3 C.7.3.1.1.1 (PS3.16's radiotherapy and segmentation objects included).
 */
const table = `
CR|Computed radiography|计算机X线摄影
CT|Computed tomography|CT
DX|Digital radiography|数字X线摄影
ECG|Electrocardiography|心电图
ES|Endoscopy|内镜
GM|General microscopy|普通显微镜
IO|Intra-oral radiography|口内X线摄影
IVUS|Intravascular ultrasound|血管内超声
KO|Key object selection|关键图像选择
MG|Mammography|乳腺X线摄影
MR|Magnetic resonance|磁共振（MR）
NM|Nuclear medicine|核医学
OP|Ophthalmic photography|眼科摄影
OCT|Optical coherence tomography|光学相干断层扫描
OT|Other|其他
PR|Presentation state|显示状态
PT|Positron emission tomography|PET
PX|Panoramic X-ray|全景X线摄影
REG|Registration|图像配准
RF|Radiofluoroscopy|X线透视
RG|Radiographic imaging (conventional film)|常规X线摄影（胶片）
RTDOSE|Radiotherapy dose|放射治疗剂量
RTIMAGE|Radiotherapy image|放射治疗图像
RTPLAN|Radiotherapy plan|放射治疗计划
RTRECORD|Radiotherapy treatment record|放射治疗记录
RTSTRUCT|Radiotherapy structure set|放射治疗结构集
SC|Secondary capture|二次采集
SEG|Segmentation|图像分割
SM|Slide microscopy|切片显微镜
SR|Structured report|结构化报告
US|Ultrasound|超声
XA|X-ray angiography|X线血管造影
XC|External-camera photography|外部相机摄影
`;

const labels: ReadonlyMap<string, Label> = new Map(
  table
    .trim()
    .split('\n')
    .map((row) => {
      const [code = '', en = '', zh = ''] = row.split('|');
      return [code, { en, zh }];
    }),
);

const dicom = 'http://dicom.nema.org/resources/ontology/DCM';

/** A DICOM modality code (CT, MR, PT, ...); as it stands where it is not known. */
export const modalityTerm = (code: string): Coded =>
  coded(dicom, code, null, labels.get(code) ?? null);
