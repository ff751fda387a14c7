/**
 * Body structures of SNOMED CT: `code|ICD-O-3 topography|side|English|Chinese`. Source: SNOMED CT International.
 * A lobe of the lung says its side as well. Chest wall has no topography of its own in ICD-O-3: C76.1.
 */
export const BODY_SITE_ROWS = `
39607008|C34.9||Lung structure|肺
44029006|C34.9|left|Left lung structure|左肺
3341006|C34.9|right|Right lung structure|右肺
44714003|C34.1|left|Structure of upper lobe of left lung|左肺上叶
41224006|C34.3|left|Structure of lower lobe of left lung|左肺下叶
45653009|C34.1||Structure of upper lobe of lung|肺上叶
42400003|C34.1|right|Structure of upper lobe of right lung|右肺上叶
72481006|C34.2|right|Structure of middle lobe of right lung|右肺中叶
266005|C34.3|right|Structure of lower lobe of right lung|右肺下叶
44567001|C33.9||Tracheal structure|气管
4596009|C32.9||Laryngeal structure|喉
71836000|C11.9||Nasopharyngeal structure|鼻咽
31389004|C10.9||Oropharyngeal structure|口咽
81502006|C13.9||Hypopharyngeal structure|下咽
6217003|C12.9||Piriform sinus structure|梨状窦
279549004|C30.0||Nasal cavity structure|鼻腔
2095001|C31.9||Nasal sinus structure|鼻旁窦
48477009|C00.9||Lip structure|唇
21974007|C02.9||Tongue structure|舌
47975008|C01.9||Structure of root of tongue|舌根
113279002|C03.9||Gingival structure|牙龈
72914001|C05.9||Palatal structure|腭
45289007|C07.9||Parotid gland structure|腮腺
75573002|C09.9||Tonsillar structure|扁桃体
32849002|C15.9||Esophageal structure|食管
69695003|C16.9||Stomach structure|胃
30315005|C17.9||Small intestinal structure|小肠
71854001|C18.9||Colon structure|结肠
32713005|C18.0||Cecum structure|盲肠
9040008|C18.2||Ascending colon structure|升结肠
485005|C18.4||Transverse colon structure|横结肠
32622004|C18.6||Descending colon structure|降结肠
60184004|C18.7||Sigmoid colon structure|乙状结肠
34402009|C20.9||Rectum structure|直肠
10200004|C22.0||Liver structure|肝
28231008|C23.9||Gallbladder structure|胆囊
15776009|C25.9||Pancreatic structure|胰腺
64163001|C25.0||Structure of head of pancreas|胰头
9875009|C37.9||Thymus gland structure|胸腺
3120008|C38.4||Pleural membrane structure|胸膜
15425007|C48.2||Peritoneum structure|腹膜
272673000|C41.9||Bone structure|骨
14016003|C42.1||Bone marrow structure|骨髓
78961009|C42.2||Splenic structure|脾
39937001|C44.9||Skin structure|皮肤
76752008|C50.9||Breast structure|乳腺
76365002|C50.4||Structure of upper outer quadrant of breast|乳腺外上象限
80248007|C50.9|left|Left breast structure|左侧乳腺
73056007|C50.9|right|Right breast structure|右侧乳腺
71252005|C53.9||Cervix uteri structure|子宫颈
35039007|C55.9||Uterine structure|子宫
15497006|C56.9||Ovarian structure|卵巢
41216001|C61.9||Prostatic structure|前列腺
40689003|C62.9||Testis structure|睾丸
64033007|C64.9||Kidney structure|肾
18639004|C64.9|left|Left kidney structure|左肾
9846003|C64.9|right|Right kidney structure|右肾
87953007|C66.9||Ureteric structure|输尿管
89837001|C67.9||Urinary bladder structure|膀胱
12738006|C71.9||Brain structure|脑
69748006|C73.9||Thyroid structure|甲状腺
23451007|C74.9||Adrenal structure|肾上腺
59441001|C77.9||Structure of lymph node|淋巴结
62683002|C77.1||Mediastinal lymph node structure|纵隔淋巴结
78904004|C76.1||Chest wall structure|胸壁
113345001|C76.2||Abdominal structure|腹部
`;
