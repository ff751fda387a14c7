/**
 * Chinese names of therapies that published evidence names and the list of drugs does not hold: `English|Chinese`. Drugs by their
 * generic name in China (中国药品通用名称, National Medical Products Administration; 中华人民共和国药典), where it is established;
 * classes and procedures by their usual term.
 */
export const THERAPY_NAME_ROWS = `
bosutinib|博舒替尼
selumetinib|司美替尼
thioguanine|硫鸟嘌呤
alpelisib|阿培利司
inavolisib|伊那利塞
capivasertib|卡匹色替
copanlisib|可泮利塞
sirolimus|西罗莫司
temsirolimus|替西罗莫司
midostaurin|米哚妥林
gilteritinib|吉瑞替尼
quizartinib|奎扎替尼
ivosidenib|艾伏尼布
erdafitinib|厄达替尼
infigratinib|英菲格拉替尼
pemigatinib|佩米替尼
vismodegib|维莫德吉
sonidegib|索立德吉
cobimetinib|考比替尼
tazemetostat|他泽司他
sunvozertinib|舒沃替尼
lazertinib|兰泽替尼
mobocertinib|莫博赛替尼
zongertinib|宗艾替尼
repotrectinib|瑞普替尼
capmatinib|卡马替尼
tepotinib|特泊替尼
sotorasib|索托拉西布
adagrasib|阿达格拉西布
vandetanib|凡德他尼
talazoparib|他拉唑帕利
vorinostat|伏立诺他
belinostat|贝利司他
panobinostat|帕比司他
lonafarnib|洛那法尼
amivantamab|埃万妥单抗
alemtuzumab|阿仑单抗
margetuximab|马吉妥昔单抗
datopotamab deruxtecan|德达博妥单抗
elacestrant|艾拉司群
bazedoxifene|巴多昔芬
nelarabine|奈拉滨
amrubicin|氨柔比星
trabectedin|曲贝替定
pasireotide|帕瑞肽
cyproterone acetate|醋酸环丙孕酮
nilutamide|尼鲁米特
aminoglutethimide|氨鲁米特
peginterferon alfa-2a|聚乙二醇干扰素α-2a
peginterferon alfa-2b|聚乙二醇干扰素α-2b
7-ethyl-10-hydroxycamptothecin|7-乙基-10-羟基喜树碱
aspirin|阿司匹林
celecoxib|塞来昔布
chloroquine|氯喹
fasudil|法舒地尔
irbesartan|厄贝沙坦
meloxicam|美洛昔康
metformin|二甲双胍
niacinamide|烟酰胺
roflumilast|罗氟司特
sulindac|舒林酸
valproic acid|丙戊酸
zoledronic acid|唑来膦酸
adjuvant chemotherapy|辅助化疗
angiogenesis inhibitor|血管生成抑制剂
anthracycline antineoplastic antibiotic|蒽环类抗肿瘤抗生素
anti-ctla-4 monoclonal antibody|抗CTLA-4单克隆抗体
anti-egfr monoclonal antibody|抗EGFR单克隆抗体
anti-pd-l1 monoclonal antibody|抗PD-L1单克隆抗体
anti-pd1 monoclonal antibody|抗PD-1单克隆抗体
anti-tim-3 monoclonal antibody|抗TIM-3单克隆抗体
anti-vegf monoclonal antibody|抗VEGF单克隆抗体
antiestrogen therapy|抗雌激素治疗
aromatase inhibitor|芳香化酶抑制剂
bet inhibitor|BET抑制剂
braf inhibitor|BRAF抑制剂
cdk4/6 inhibition|CDK4/6抑制
chemotherapy|化疗
cytoreductive surgery|肿瘤细胞减灭术
endocrine drug therapy|内分泌药物治疗
epidermal growth factor receptor tyrosine kinase inhibitor|表皮生长因子受体（EGFR）酪氨酸激酶抑制剂
fgf/vegf receptor tyrosine kinase inhibitor|FGF/VEGF受体酪氨酸激酶抑制剂
hormone therapy|内分泌治疗
hyperthermic intraperitoneal chemotherapy|腹腔热灌注化疗
igf1r monoclonal antibody|IGF1R单克隆抗体
immune checkpoint inhibitor|免疫检查点抑制剂
immunotherapy|免疫治疗
ionizing radiotherapy|放射治疗
mitogen-activated protein kinase kinase inhibitor|丝裂原活化蛋白激酶激酶（MEK）抑制剂
mtor inhibitor|mTOR抑制剂
pd-l1 inhibitor|PD-L1抑制剂
pd1 inhibitor|PD-1抑制剂
phosphatidylinositide 3-kinase inhibitor|磷脂酰肌醇3-激酶（PI3K）抑制剂
platinum compound|铂类化合物
platinum doublet|含铂双药方案
pyrimidine antagonist|嘧啶拮抗剂
radiation therapy|放射治疗
radioactive iodine|放射性碘
taxane compound|紫杉类药物
therapeutic tumor infiltrating lymphocytes|肿瘤浸润淋巴细胞治疗
trk inhibitor|TRK抑制剂
tyrosine kinase inhibitor|酪氨酸激酶抑制剂
vegf/vegfr inhibitors|VEGF/VEGFR抑制剂
`;
