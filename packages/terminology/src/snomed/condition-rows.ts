/**
 * Cancer conditions of SNOMED CT: `code|kind|topography|morphology|side|stage|English|Chinese`.
 * kind: p primary, i in situ, s secondary (topography: where it has spread), m metastasis named by its primary
 * (topography: the primary), u behaviour uncertain or unspecified, q suspected. Topography empty where the body
 * site has to say it. Source: SNOMED CT International, fully specified names; ICD-O-3 after SNOMED's ICD-O map.
 * The conditions met in mCODE STU4 and Synthea, and the commonest cancers of a hospital's problem list.
 */
export const CONDITION_ROWS = `
363346000|p||8000/3|||Malignant neoplastic disease|恶性肿瘤
254637007|p|C34.9|8046/3|||Non-small cell lung cancer|非小细胞肺癌
424132000|p|C34.9|8046/3||I|Non-small cell carcinoma of lung, TNM stage 1|非小细胞肺癌，Ⅰ期
425048006|p|C34.9|8046/3||II|Non-small cell carcinoma of lung, TNM stage 2|非小细胞肺癌，Ⅱ期
422968005|p|C34.9|8046/3||III|Non-small cell carcinoma of lung, TNM stage 3|非小细胞肺癌，Ⅲ期
423121009|p|C34.9|8046/3||IV|Non-small cell carcinoma of lung, TNM stage 4|非小细胞肺癌，Ⅳ期
254632001|p|C34.9|8041/3|||Small cell carcinoma of lung|小细胞肺癌
67811000119102|p|C34.9|8041/3||I|Primary small cell malignant neoplasm of lung, TNM stage 1|小细胞肺癌，Ⅰ期
67821000119109|p|C34.9|8041/3||II|Primary small cell malignant neoplasm of lung, TNM stage 2|小细胞肺癌，Ⅱ期
67831000119107|p|C34.9|8041/3||III|Primary small cell malignant neoplasm of lung, TNM stage 3|小细胞肺癌，Ⅲ期
67841000119103|p|C34.9|8041/3||IV|Primary small cell malignant neoplasm of lung, TNM stage 4|小细胞肺癌，Ⅳ期
363358000|p|C34.9|8000/3|||Malignant tumor of lung|肺恶性肿瘤
93880001|p|C34.9|8000/3|||Primary malignant neoplasm of lung|肺原发恶性肿瘤
162573006|q|C34.9||||Suspected lung cancer|疑似肺癌
93761005|p|C18.9|8000/3|||Primary malignant neoplasm of colon|结肠原发恶性肿瘤
363406005|p|C18.9|8000/3|||Malignant tumor of colon|结肠恶性肿瘤
109838007|p|C18.8|8000/3|||Overlapping malignant neoplasm of colon|结肠交搭跨越恶性肿瘤
363351006|p|C20.9|8000/3|||Malignant tumor of rectum|直肠恶性肿瘤
93984006|p|C20.9|8000/3|||Primary malignant neoplasm of rectum|直肠原发恶性肿瘤
363349007|p|C16.9|8000/3|||Malignant tumor of stomach|胃恶性肿瘤
372143007|p|C16.9|8010/3|||Carcinoma of stomach|胃癌
363402007|p|C15.9|8000/3|||Malignant tumor of esophagus|食管恶性肿瘤
363509000|p|C17.9|8000/3|||Malignant tumor of small intestine|小肠恶性肿瘤
93870000|p|C22.0|8000/3|||Malignant neoplasm of liver|肝恶性肿瘤
95214007|p|C22.0|8000/3|||Primary malignant neoplasm of liver|肝原发恶性肿瘤
109841003|p|C22.0|8170/3|||Liver cell carcinoma|肝细胞癌
312104005|p|C22.1|8160/3|||Cholangiocarcinoma of biliary tract|胆管癌
363353009|p|C23.9|8000/3|||Malignant tumor of gallbladder|胆囊恶性肿瘤
363418001|p|C25.9|8000/3|||Malignant tumor of pancreas|胰腺恶性肿瘤
449248000|p|C11.9|8010/3|||Nasopharyngeal carcinoma|鼻咽癌
448665005|p|C13.9|8010/3|||Carcinoma of hypopharynx|下咽癌
254837009|p|C50.9|8000/3|||Malignant neoplasm of breast|乳腺恶性肿瘤
254838004|p|C50.9|8010/3|||Carcinoma of breast|乳腺癌
372137005|p|C50.9|8000/3|||Primary malignant neoplasm of breast|乳腺原发恶性肿瘤
372064008|p|C50.9|8000/3|||Malignant neoplasm of female breast|女性乳腺恶性肿瘤
353431000119107|p|C50.9|8000/3|left||Primary malignant neoplasm of female left breast|女性左侧乳腺原发恶性肿瘤
109888004|i|C50.9|8520/2|||Lobular carcinoma in situ of breast|乳腺小叶原位癌
109889007|i|C50.9|8500/2|||Intraductal carcinoma in situ of breast|乳腺导管原位癌
363354003|p|C53.9|8000/3|||Malignant tumor of cervix|子宫颈恶性肿瘤
371973000|p|C55.9|8000/3|||Malignant neoplasm of uterus|子宫恶性肿瘤
254878006|p|C54.1|8010/3|||Endometrial carcinoma|子宫内膜癌
363443007|p|C56.9|8000/3|||Malignant tumor of ovary|卵巢恶性肿瘤
126906006|u|C61.9|8000/1|||Neoplasm of prostate|前列腺肿瘤
92691004|i|C61.9|8010/2|||Carcinoma in situ of prostate|前列腺原位癌
399068003|p|C61.9|8000/3|||Malignant tumor of prostate|前列腺恶性肿瘤
93974005|p|C61.9|8000/3|||Primary malignant neoplasm of prostate|前列腺原发恶性肿瘤
363449006|p|C62.9|8000/3|||Malignant tumor of testis|睾丸恶性肿瘤
363518003|p|C64.9|8000/3|||Malignant tumor of kidney|肾恶性肿瘤
399326009|p|C67.9|8000/3|||Malignant tumor of urinary bladder|膀胱恶性肿瘤
363478007|p|C73.9|8000/3|||Malignant tumor of thyroid gland|甲状腺恶性肿瘤
428061005|p|C71.9|8000/3|||Malignant neoplasm of brain|脑恶性肿瘤
126952004|u|C71.9|8000/1|||Neoplasm of brain|脑肿瘤
372244006|p|C44.9|8720/3|||Malignant melanoma|恶性黑色素瘤
93655004|p|C44.9|8720/3|||Malignant melanoma of skin|皮肤恶性黑色素瘤
254701007|p|C44.9|8090/3|||Basal cell carcinoma of skin|皮肤基底细胞癌
254651007|p|C44.9|8070/3|||Squamous cell carcinoma of skin|皮肤鳞状细胞癌
109385007|p||9140/3|||Kaposi sarcoma|卡波西肉瘤
118600007|p|C77.9|9590/3|||Malignant lymphoma|恶性淋巴瘤
118599009|p|C77.9|9650/3|||Hodgkin disease|霍奇金淋巴瘤
118601006|p|C77.9|9591/3|||Non-Hodgkin lymphoma|非霍奇金淋巴瘤
443487006|p|C77.9|9673/3|||Mantle cell lymphoma|套细胞淋巴瘤
118617000|p|C77.9|9687/3|||Burkitt lymphoma|伯基特淋巴瘤
109989006|p|C42.1|9732/3|||Multiple myeloma|多发性骨髓瘤
93143009|p|C42.1|9800/3|||Leukemia|白血病
91857003|p|C42.1|9835/3|||Acute lymphoid leukemia|急性淋巴细胞白血病
91861009|p|C42.1|9861/3|||Acute myeloid leukemia|急性髓系白血病
92814006|p|C42.1|9823/3|||Chronic lymphoid leukemia|慢性淋巴细胞白血病
92818009|p|C42.1|9863/3|||Chronic myeloid leukemia|慢性髓系白血病
94260004|s|C18.9|8000/6|||Secondary malignant neoplasm of colon|结肠继发恶性肿瘤
94225005|s|C71.9|8000/6|||Secondary malignant neoplasm of brain|脑继发恶性肿瘤
94222008|s|C41.9|8000/6|||Secondary malignant neoplasm of bone|骨继发恶性肿瘤
94381002|s|C22.0|8000/6|||Secondary malignant neoplasm of liver|肝继发恶性肿瘤
94391008|s|C34.9|8000/6|||Secondary malignant neoplasm of lung|肺继发恶性肿瘤
94392001|s|C77.9|8000/6|||Secondary malignant neoplasm of lymph node|淋巴结继发恶性肿瘤
94161006|s|C74.9|8000/6|||Secondary malignant neoplasm of adrenal gland|肾上腺继发恶性肿瘤
94493005|s|C38.4|8000/6|||Secondary malignant neoplasm of pleura|胸膜继发恶性肿瘤
128462008|s||8000/6|||Metastatic malignant neoplasm|转移性恶性肿瘤
314994000|m|C61.9|8000/6|||Metastasis from malignant tumor of prostate|前列腺恶性肿瘤转移
`;
