/**
 * Procedures of cancer care: `SNOMED CT|kind|topography|English|Chinese`. kind: s surgery with tumour removal,
 * o other surgery, b biopsy, r radiotherapy course, m radiotherapy modality, t radiotherapy technique, c chemotherapy,
 * x combined chemotherapy and radiotherapy, i imaging, e endoscopy or examination, l laboratory.
 * Source: SNOMED CT International; the codes of mCODE STU4 and Synthea, and the commonest cancer operations.
 */
export const PROCEDURE_ROWS = `
64368001|s|C50.9|Partial mastectomy|乳腺部分切除术
392021009|s|C50.9|Lumpectomy of breast|乳腺肿物切除术
172043006|s|C50.9|Simple mastectomy|单纯乳房切除术
43075005|s|C18.9|Partial resection of colon|结肠部分切除术
23968004|s|C18.9|Colectomy|结肠切除术
274031008|s|C20.9|Rectal polypectomy|直肠息肉切除术
387607004|o|C18.9|Construction of diverting colostomy|结肠造口术
173171007|s|C34.9|Lobectomy of lung|肺叶切除术
49795001|s|C34.9|Pneumonectomy|全肺切除术
26294005|s|C61.9|Radical prostatectomy|根治性前列腺切除术
53442002|s|C16.9|Gastrectomy|胃切除术
107963000|s|C22.0|Excision of liver|肝切除术
13619001|s|C73.9|Thyroidectomy|甲状腺切除术
175905003|s|C64.9|Nephrectomy, total|肾切除术
116028008|s|C56.9|Salpingo-oophorectomy|输卵管卵巢切除术
236886002|s|C55.9|Hysterectomy|子宫切除术
76164006|b|C18.9|Biopsy of colon|结肠活检
65575008|b|C61.9|Biopsy of prostate|前列腺活检
432231006|b|C34.9|Fine needle aspiration biopsy of lung|肺细针穿刺活检
723990008|b|C50.9|Biopsy of breast using ultrasonographic guidance|超声引导下乳腺活检
86273004|b||Biopsy|活检
49401003|b|C42.1|Bone marrow aspiration|骨髓穿刺
234326005|b|C42.1|Bone marrow sampling|骨髓取样
1217123003|r||Radiotherapy course of treatment|放射治疗疗程
108290001|r||Radiation oncology and radiotherapy|放射治疗
33195004|r||External beam radiotherapy|外照射放射治疗
152198000|r||Brachytherapy|近距离放射治疗
1156506007|m||External beam radiation therapy using photons|光子外照射
45643008|m||External beam radiation therapy using electrons|电子线外照射
10611004|m||External beam radiation therapy using protons|质子外照射
1156505006|m||External beam radiation therapy using carbon ions|碳离子外照射
80347004|m||External beam radiation therapy using neutrons|中子外照射
1156708005|m||Low dose rate brachytherapy, temporary source|低剂量率近距离治疗（暂时性源）
169359004|m||Internal radiotherapy, permanent seeds|永久性粒子植入
1156384006|m||Pulsed dose rate brachytherapy|脉冲剂量率近距离治疗
394902000|m||High dose rate brachytherapy|高剂量率近距离治疗
438629002|m||High dose rate electronic brachytherapy|高剂量率电子近距离治疗
440252007|m||Administration of radiopharmaceutical|放射性药物治疗
441799006|t||Intensity modulated radiation therapy (IMRT)|调强放射治疗（IMRT）
1156530009|t||Volumetric modulated arc therapy (VMAT)|容积旋转调强放射治疗（VMAT）
1162782007|t||Three dimensional external beam radiation therapy|三维适形放射治疗
1156526006|t||Two dimensional external beam radiation therapy|二维放射治疗
168524008|t||Intraoperative radiotherapy|术中放射治疗
1163157007|t||Ultra high dose rate (FLASH) radiotherapy|超高剂量率（FLASH）放射治疗
169317000|t||Neutron capture therapy|中子俘获治疗
1156529004|t||Particle therapy, passive scattering|粒子被动散射技术
1156528007|t||Particle therapy, spot scanning|粒子点扫描技术
1204242009|t||Particle therapy, scanning|粒子扫描技术
384692006|t||Intracavitary brachytherapy|腔内近距离治疗
113120007|t||Interstitial brachytherapy|组织间近距离治疗
384691004|t||Intraluminal brachytherapy|管腔内近距离治疗
1156383000|t||Intravascular brachytherapy|血管内近距离治疗
14473006|t||Surface brachytherapy|表面近距离治疗
703423002|x||Combined chemotherapy and radiation therapy|同步放化疗
367336001|c||Chemotherapy|化疗
71651007|i|C50.9|Mammography|乳腺X线摄影
399208008|i||Plain chest X-ray|胸部X线平片
418891003|i||Computed tomography of chest and abdomen|胸腹部CT
77477000|i||Computed tomography|CT
113091000|i||Magnetic resonance imaging|磁共振成像（MRI）
82918005|i||Positron emission tomography|正电子发射断层扫描（PET）
16310003|i||Diagnostic ultrasonography|超声检查
698354004|i||Magnetic resonance imaging for measurement of brain volume|脑容积磁共振成像
73761001|e|C18.9|Colonoscopy|结肠镜检查
410006001|e|C61.9|Digital examination of rectum|直肠指检
14768001|l||Peripheral blood smear interpretation|外周血涂片判读
1015401000000102|l||Fecal occult blood test|粪便隐血试验
`;
