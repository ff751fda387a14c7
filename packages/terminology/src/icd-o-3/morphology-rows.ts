/**
 * ICD-O-3 morphology: `code|English|Chinese|usual sites`. Trailing empty cells are left out.
 * Terms: ICD-O-3 (WHO, 2000) with the First Revision (WHO, 2013), preferred terms; misprints of the source
 * list corrected. Added from ICD-O-3.2 (IACR, 2019): 8085/3, 8086/3, 8250/2, 8253/2, 8256/3, 8257/3, 8507/3,
 * 8519/2, and the second terms after a semicolon. Chinese after the Chinese editions of ICD-O-3 and of the
 * WHO Classification of Tumours, for the histologies in everyday use.
 */
export const MORPHOLOGY_ROWS = `
8000/0|Neoplasm, benign|良性肿瘤
8000/1|Neoplasm, uncertain whether benign or malignant|肿瘤，良性或恶性未肯定
8000/3|Neoplasm, malignant|恶性肿瘤
8000/6|Neoplasm, metastatic|转移性肿瘤
8000/9|Neoplasm, malignant, uncertain whether primary or metastatic|恶性肿瘤，原发或转移未肯定
8001/0|Tumor cells, benign
8001/1|Tumor cells, uncertain whether benign or malignant
8001/3|Tumor cells, malignant|恶性肿瘤细胞
8002/3|Malignant tumor, small cell type|恶性肿瘤，小细胞型
8003/3|Malignant tumor, giant cell type|恶性肿瘤，巨细胞型
8004/3|Malignant tumor, spindle cell type|恶性肿瘤，梭形细胞型
8005/0|Clear cell tumor, NOS
8005/3|Malignant tumor, clear cell type|恶性肿瘤，透明细胞型
8010/0|Epithelial tumor, benign
8010/2|Carcinoma in situ, NOS|原位癌
8010/3|Carcinoma, NOS|癌
8010/6|Carcinoma, metastatic, NOS|转移性癌
8010/9|Carcinomatosis|癌病
8011/0|Epithelioma, benign
8011/3|Epithelioma, malignant|恶性上皮瘤
8012/3|Large cell carcinoma, NOS|大细胞癌
8013/3|Large cell neuroendocrine carcinoma|大细胞神经内分泌癌
8014/3|Large cell carcinoma with rhabdoid phenotype|具有横纹肌样表型的大细胞癌
8015/3|Glassy cell carcinoma|毛玻璃细胞癌
8020/3|Carcinoma, undifferentiated, NOS|未分化癌
8021/3|Carcinoma, anaplastic, NOS|间变性癌
8022/3|Pleomorphic carcinoma|多形性癌
8030/3|Giant cell and spindle cell carcinoma|巨细胞和梭形细胞癌
8031/3|Giant cell carcinoma|巨细胞癌
8032/3|Spindle cell carcinoma, NOS|梭形细胞癌
8033/3|Pseudosarcomatous carcinoma|肉瘤样癌
8034/3|Polygonal cell carcinoma
8035/3|Carcinoma with osteoclast-like giant cells
8040/0|Tumorlet, benign
8040/1|Tumorlet, NOS
8041/3|Small cell carcinoma, NOS|小细胞癌
8042/3|Oat cell carcinoma|燕麦细胞癌|C34
8043/3|Small cell carcinoma, fusiform cell
8044/3|Small cell carcinoma, intermediate cell
8045/3|Combined small cell carcinoma|复合性小细胞癌
8046/3|Non-small cell carcinoma|非小细胞癌|C34
8050/0|Papilloma, NOS|乳头状瘤
8050/2|Papillary carcinoma in situ|原位乳头状癌
8050/3|Papillary carcinoma, NOS|乳头状癌
8051/0|Verrucous papilloma
8051/3|Verrucous carcinoma, NOS|疣状癌
8052/0|Squamous cell papilloma, NOS
8052/2|Papillary squamous cell carcinoma, non-invasive
8052/3|Papillary squamous cell carcinoma|乳头状鳞状细胞癌
8053/0|Squamous cell papilloma, inverted
8060/0|Squamous papillomatosis
8070/2|Squamous cell carcinoma in situ, NOS|鳞状细胞原位癌
8070/3|Squamous cell carcinoma, NOS|鳞状细胞癌
8070/6|Squamous cell carcinoma, metastatic, NOS|转移性鳞状细胞癌
8071/3|Squamous cell carcinoma, keratinizing, NOS|角化性鳞状细胞癌
8072/3|Squamous cell carcinoma, large cell, nonkeratinizing, NOS|大细胞非角化性鳞状细胞癌
8073/3|Squamous cell carcinoma, small cell, nonkeratinizing|小细胞非角化性鳞状细胞癌
8074/3|Squamous cell carcinoma, spindle cell|梭形细胞鳞状细胞癌
8075/3|Squamous cell carcinoma, adenoid|腺样鳞状细胞癌
8076/2|Squamous cell carcinoma in situ with questionable stromal invasion|鳞状细胞原位癌伴可疑间质浸润
8076/3|Squamous cell carcinoma, microinvasive|微小浸润性鳞状细胞癌
8077/0|Squamous intraepithelial neoplasia, low grade|低级别鳞状上皮内肿瘤
8077/2|Squamous intraepithelial neoplasia, high grade|高级别鳞状上皮内肿瘤
8078/3|Squamous cell carcinoma with horn formation
8080/2|Queyrat erythroplasia||C60
8081/2|Bowen disease|鲍恩病|C44
8082/3|Lymphoepithelial carcinoma|淋巴上皮癌
8083/3|Basaloid squamous cell carcinoma|基底样鳞状细胞癌
8084/3|Squamous cell carcinoma, clear cell type|透明细胞鳞状细胞癌
8085/3|Squamous cell carcinoma, HPV-positive|HPV阳性鳞状细胞癌
8086/3|Squamous cell carcinoma, HPV-negative|HPV阴性鳞状细胞癌
8090/1|Basal cell tumor||C44
8090/3|Basal cell carcinoma, NOS|基底细胞癌|C44
8091/3|Multifocal superficial basal cell carcinoma|多灶性浅表性基底细胞癌|C44
8092/3|Infiltrating basal cell carcinoma, NOS|浸润性基底细胞癌|C44
8093/3|Basal cell carcinoma, fibroepithelial||C44
8094/3|Basosquamous carcinoma|基底鳞状细胞癌|C44
8095/3|Metatypical carcinoma||C44
8096/0|Intraepidermal epithelioma of Jadassohn||C44
8097/3|Basal cell carcinoma, nodular|结节性基底细胞癌|C44
8098/3|Adenoid basal carcinoma|腺样基底细胞癌|C53
8100/0|Trichoepithelioma||C44
8101/0|Trichofolliculoma||C44
8102/0|Trichilemmoma||C44
8102/3|Trichilemmocarcinoma||C44
8103/0|Pilar tumor||C44
8110/0|Pilomatrixoma, NOS||C44
8110/3|Pilomatrix carcinoma||C44
8120/0|Transitional cell papilloma, benign|良性移行细胞乳头状瘤
8120/1|Urothelial papilloma, NOS|尿路上皮乳头状瘤
8120/2|Transitional cell carcinoma in situ|尿路上皮（移行细胞）原位癌
8120/3|Transitional cell carcinoma|尿路上皮（移行细胞）癌
8121/0|Schneiderian papilloma, NOS||C30.0 C31
8121/1|Transitional cell papilloma, inverted, NOS
8121/3|Schneiderian carcinoma||C30.0 C31
8122/3|Transitional cell carcinoma, spindle cell|梭形细胞尿路上皮癌
8123/3|Basaloid carcinoma|基底细胞样癌
8124/3|Cloacogenic carcinoma|泄殖腔源性癌|C21.2
8130/1|Papillary transitional cell neoplasm of low malignant potential|低度恶性潜能的乳头状尿路上皮肿瘤|C67
8130/2|Papillary transitional cell carcinoma, non-invasive|非浸润性乳头状尿路上皮癌|C67
8130/3|Papillary transitional cell carcinoma|乳头状尿路上皮（移行细胞）癌|C67
8131/3|Transitional cell carcinoma, micropapillary|微乳头状尿路上皮癌|C67
8140/0|Adenoma, NOS|腺瘤
8140/1|Atypical adenoma
8140/2|Adenocarcinoma in situ, NOS|原位腺癌
8140/3|Adenocarcinoma, NOS|腺癌
8140/6|Adenocarcinoma, metastatic, NOS|转移性腺癌
8141/3|Scirrhous adenocarcinoma|硬癌
8142/3|Linitis plastica|皮革胃|C16
8143/3|Superficial spreading adenocarcinoma|浅表扩散性腺癌
8144/3|Adenocarcinoma, intestinal type|肠型腺癌|C16
8145/3|Carcinoma, diffuse type|弥漫型癌|C16
8146/0|Monomorphic adenoma
8147/0|Basal cell adenoma
8147/3|Basal cell adenocarcinoma|基底细胞腺癌
8148/0|Glandular intraepithelial neoplasia, low grade|低级别腺上皮内肿瘤
8148/2|Glandular intraepithelial neoplasia, high grade|高级别腺上皮内肿瘤
8149/0|Canalicular adenoma
8150/0|Pancreatic endocrine tumor, benign||C25
8150/1|Pancreatic endocrine tumor, NOS||C25
8150/3|Pancreatic endocrine tumor, malignant|恶性胰腺内分泌肿瘤
8151/0|Insulinoma, NOS||C25
8151/3|Insulinoma, malignant|恶性胰岛素瘤|C25
8152/1|Glucagonoma, NOS||C25
8152/3|Glucagonoma, malignant|恶性胰高血糖素瘤|C25
8153/1|Gastrinoma, NOS
8153/3|Gastrinoma, malignant|恶性胃泌素瘤
8154/3|Mixed pancreatic endocrine and exocrine tumor, malignant||C25
8155/1|Vipoma, NOS
8155/3|Vipoma, malignant
8156/1|Somatostatinoma, NOS
8156/3|Somatostatinoma, malignant
8158/1|Endocrine tumor, functioning, NOS
8160/0|Bile duct adenoma||C22.1 C24.0
8160/3|Cholangiocarcinoma|胆管细胞癌|C22.1 C24.0
8161/0|Bile duct cystadenoma||C22.1 C24.0
8161/3|Bile duct cystadenocarcinoma|胆管囊腺癌|C22.1 C24.0
8162/3|Klatskin tumor|肝门部胆管癌（克拉特斯金瘤）|C22.1 C24.0
8163/0|Pancreatobiliary neoplasm, non-invasive
8163/2|Papillary neoplasm, pancreatobiliary-type, with high grade intraepithelial neoplasia||C24.1
8163/3|Pancreatobiliary-type carcinoma||C24.1
8170/0|Liver cell adenoma|肝细胞腺瘤|C22.0
8170/3|Hepatocellular carcinoma, NOS|肝细胞癌|C22.0
8171/3|Hepatocellular carcinoma, fibrolamellar|纤维板层型肝细胞癌|C22.0
8172/3|Hepatocellular carcinoma, scirrhous|硬化型肝细胞癌|C22.0
8173/3|Hepatocellular carcinoma, spindle cell variant||C22.0
8174/3|Hepatocellular carcinoma, clear cell type|透明细胞型肝细胞癌|C22.0
8175/3|Hepatocellular carcinoma, pleomorphic type||C22.0
8180/3|Combined hepatocellular carcinoma and cholangiocarcinoma|混合性肝细胞癌和胆管细胞癌|C22.0
8190/0|Trabecular adenoma
8190/3|Trabecular adenocarcinoma|小梁状腺癌
8191/0|Embryonal adenoma
8200/0|Eccrine dermal cylindroma||C44
8200/3|Adenoid cystic carcinoma|腺样囊性癌
8201/2|Cribriform carcinoma in situ|筛状原位癌|C50
8201/3|Cribriform carcinoma, NOS|筛状癌
8202/0|Microcystic adenoma||C25
8204/0|Lactating adenoma||C50
8210/0|Adenomatous polyp, NOS|腺瘤性息肉
8210/2|Adenocarcinoma in situ in adenomatous polyp|腺瘤性息肉内原位腺癌
8210/3|Adenocarcinoma in adenomatous polyp|腺瘤性息肉内腺癌
8211/0|Tubular adenoma, NOS|管状腺瘤
8211/3|Tubular adenocarcinoma|管状腺癌
8212/0|Flat adenoma
8213/0|Serrated adenoma|锯齿状腺瘤|C18
8213/3|Serrated adenocarcinoma|锯齿状腺癌
8214/3|Parietal cell carcinoma||C16
8215/3|Adenocarcinoma of anal glands||C21.1
8220/0|Adenomatous polyposis coli|腺瘤性结肠息肉病|C18
8220/3|Adenocarcinoma in adenomatous polyposis coli|腺瘤性结肠息肉病内腺癌|C18
8221/0|Multiple adenomatous polyps
8221/3|Adenocarcinoma in multiple adenomatous polyps|多发性腺瘤性息肉内腺癌
8230/2|Ductal carcinoma in situ, solid type|实性导管原位癌|C50
8230/3|Solid carcinoma, NOS|实性癌
8231/3|Carcinoma simplex
8240/1|Carcinoid tumor of uncertain malignant potential|恶性潜能未定的类癌
8240/3|Carcinoid tumor, NOS; neuroendocrine tumor, grade 1|类癌（神经内分泌肿瘤，1级）
8241/3|Enterochromaffin cell carcinoid
8242/1|Enterochromaffin-like cell carcinoid, NOS
8242/3|Enterochromaffin-like cell tumor, malignant
8243/3|Goblet cell carcinoid|杯状细胞类癌
8244/3|Mixed adenoneuroendocrine carcinoma|混合性腺神经内分泌癌
8245/1|Tubular carcinoid
8245/3|Adenocarcinoid tumor|腺类癌
8246/3|Neuroendocrine carcinoma, NOS|神经内分泌癌
8247/3|Merkel cell carcinoma|梅克尔细胞癌|C44
8248/1|Apudoma
8249/3|Atypical carcinoid tumor; neuroendocrine tumor, grade 2|不典型类癌（神经内分泌肿瘤，2级）
8250/1|Pulmonary adenomatosis||C34
8250/2|Adenocarcinoma in situ, non-mucinous|肺原位腺癌，非黏液性|C34
8250/3|Bronchiolo-alveolar adenocarcinoma, NOS; lepidic adenocarcinoma|细支气管肺泡癌（贴壁型腺癌）|C34
8251/0|Alveolar adenoma||C34
8251/3|Alveolar adenocarcinoma|肺泡腺癌|C34
8252/3|Bronchiolo-alveolar carcinoma, non-mucinous|非黏液性细支气管肺泡癌|C34
8253/2|Adenocarcinoma in situ, mucinous|肺原位腺癌，黏液性|C34
8253/3|Bronchiolo-alveolar carcinoma, mucinous; invasive mucinous adenocarcinoma of lung|黏液性细支气管肺泡癌（浸润性黏液腺癌）|C34
8254/3|Bronchiolo-alveolar carcinoma, mixed mucinous and non-mucinous|混合性细支气管肺泡癌|C34
8255/3|Adenocarcinoma with mixed subtypes|混合亚型腺癌
8256/3|Minimally invasive adenocarcinoma, non-mucinous|微浸润性腺癌，非黏液性|C34
8257/3|Minimally invasive adenocarcinoma, mucinous|微浸润性腺癌，黏液性|C34
8260/0|Papillary adenoma, NOS|乳头状腺瘤
8260/3|Papillary adenocarcinoma, NOS|乳头状腺癌
8261/0|Villous adenoma, NOS|绒毛状腺瘤
8261/2|Adenocarcinoma in situ in villous adenoma|绒毛状腺瘤内原位腺癌
8261/3|Adenocarcinoma in villous adenoma|绒毛状腺瘤内腺癌
8262/3|Villous adenocarcinoma|绒毛状腺癌
8263/0|Tubulovillous adenoma, NOS|管状绒毛状腺瘤
8263/2|Adenocarcinoma in situ in tubulovillous adenoma|管状绒毛状腺瘤内原位腺癌
8263/3|Adenocarcinoma in tubulovillous adenoma|管状绒毛状腺瘤内腺癌
8264/0|Papillomatosis, glandular
8265/3|Micropapillary carcinoma, NOS|微乳头状癌|C18 C19.9 C20.9
8270/0|Chromophobe adenoma||C75.1
8270/3|Chromophobe carcinoma||C75.1
8271/0|Prolactinoma||C75.1
8272/0|Pituitary adenoma, NOS|垂体腺瘤|C75.1
8272/3|Pituitary carcinoma, NOS|垂体癌|C75.1
8280/0|Acidophil adenoma||C75.1
8280/3|Acidophil carcinoma||C75.1
8281/0|Mixed acidophil-basophil adenoma||C75.1
8281/3|Mixed acidophil-basophil carcinoma||C75.1
8290/0|Oxyphilic adenoma
8290/3|Oxyphilic adenocarcinoma|嗜酸细胞腺癌
8300/0|Basophil adenoma||C75.1
8300/3|Basophil carcinoma||C75.1
8310/0|Clear cell adenoma
8310/3|Clear cell adenocarcinoma, NOS|透明细胞腺癌
8311/1|Hypernephroid tumor
8312/3|Renal cell carcinoma, NOS|肾细胞癌|C64.9
8313/0|Clear cell adenofibroma||C56.9
8313/1|Clear cell adenofibroma of borderline malignancy||C56.9
8313/3|Clear cell adenocarcinofibroma||C56.9
8314/3|Lipid-rich carcinoma||C50
8315/3|Glycogen-rich carcinoma
8316/3|Cyst-associated renal cell carcinoma|囊肿相关性肾细胞癌|C64.9
8317/3|Renal cell carcinoma, chromophobe type|嫌色细胞型肾细胞癌|C64.9
8318/3|Renal cell carcinoma, sarcomatoid|肉瘤样肾细胞癌|C64.9
8319/3|Collecting duct carcinoma|集合管癌|C64.9
8320/3|Granular cell carcinoma|颗粒细胞癌
8321/0|Chief cell adenoma||C75.0
8322/0|Water-clear cell adenoma||C75.0
8322/3|Water-clear cell adenocarcinoma||C75.0
8323/0|Mixed cell adenoma
8323/3|Mixed cell adenocarcinoma|混合细胞腺癌
8324/0|Lipoadenoma
8325/0|Metanephric adenoma||C64.9
8330/0|Follicular adenoma|滤泡性腺瘤|C73.9
8330/1|Atypical follicular adenoma||C73.9
8330/3|Follicular adenocarcinoma, NOS|滤泡性腺癌|C73.9
8331/3|Follicular adenocarcinoma, well differentiated|高分化滤泡性腺癌|C73.9
8332/3|Follicular adenocarcinoma, trabecular||C73.9
8333/0|Microfollicular adenoma, NOS||C73.9
8333/3|Fetal adenocarcinoma
8334/0|Macrofollicular adenoma||C73.9
8335/3|Follicular carcinoma, minimally invasive|微小浸润性滤泡癌|C73.9
8336/0|Hyalinizing trabecular adenoma||C73.9
8337/3|Insular carcinoma|岛状癌|C73.9
8340/3|Papillary carcinoma, follicular variant|乳头状癌，滤泡变型|C73.9
8341/3|Papillary microcarcinoma|乳头状微小癌|C73.9
8342/3|Papillary carcinoma, oxyphilic cell|乳头状癌，嗜酸细胞型|C73.9
8343/3|Papillary carcinoma, encapsulated|包裹性乳头状癌|C73.9
8344/3|Papillary carcinoma, columnar cell|乳头状癌，柱状细胞型|C73.9
8345/3|Medullary carcinoma with amyeloid stroma|髓样癌伴淀粉样间质|C73.9
8346/3|Mixed medullary-follicular carcinoma||C73.9
8347/3|Mixed medullary-papillary carcinoma|混合性髓样乳头状癌|C73.9
8350/3|Nonencapsulated sclerosing carcinoma|非包裹性硬化癌|C73.9
8360/1|Multiple endocrine adenomas
8361/0|Juxtaglomerular tumor||C64.9
8370/0|Adrenal cortical adenoma, NOS|肾上腺皮质腺瘤|C74.0
8370/3|Adrenal cortical carcinoma|肾上腺皮质癌|C74.0
8371/0|Adrenal cortical adenoma, compact cell||C74.0
8372/0|Adrenal cortical adenoma, pigmented||C74.0
8373/0|Adrenal cortical adenoma, clear cell||C74.0
8374/0|Adrenal cortical adenoma, glomerulosa cell||C74.0
8375/0|Adrenal cortical adenoma, mixed cell||C74.0
8380/0|Endometrioid adenoma, NOS
8380/1|Endometrioid adenoma, borderline malignancy
8380/3|Endometrioid adenocarcinoma, NOS|子宫内膜样腺癌
8381/0|Endometrioid adenofibroma, NOS
8381/1|Endometrioid adenofibroma, borderline malignancy
8381/3|Endometrioid adenofibroma, malignant
8382/3|Endometrioid adenocarcinoma, secretory variant|子宫内膜样腺癌，分泌型
8383/3|Endometrioid adenocarcinoma, ciliated cell variant
8384/3|Adenocarcinoma, endocervical type|子宫颈内膜型腺癌
8390/0|Skin appendage adenoma||C44
8390/3|Skin appendage carcinoma||C44
8391/0|Follicular fibroma||C44
8392/0|Syringofibroadenoma||C44
8400/0|Sweat gland adenoma||C44
8400/1|Sweat gland tumor, NOS||C44
8400/3|Sweat gland adenocarcinoma|汗腺腺癌|C44
8401/0|Apocrine adenoma
8401/3|Apocrine adenocarcinoma|顶泌汗腺腺癌
8402/0|Nodular hidradenoma||C44
8402/3|Nodular hidradenoma, malignant||C44
8403/0|Eccrine spiradenoma||C44
8403/3|Malignant eccrine spiradenoma||C44
8404/0|Hidrocystoma||C44
8405/0|Papillary hidradenoma
8406/0|Papillary syringadenoma||C44
8407/0|Syringoma, NOS||C44
8407/3|Sclerosing sweat duct carcinoma||C44
8408/0|Eccrine papillary adenoma||C44
8408/1|Aggressive digital papillary adenoma||C44
8408/3|Eccrine papillary adenocarcinoma||C44
8409/0|Eccrine poroma||C44
8409/3|Eccrine poroma, malignant
8410/0|Sebaceous adenoma||C44
8410/3|Sebaceous adenocarcinoma|皮脂腺腺癌|C44
8413/3|Eccrine adenocarcinoma||C44
8420/0|Ceruminous adenoma||C44.2
8420/3|Ceruminous adenocarcinoma||C44.2
8430/1|Mucoepidermoid tumor
8430/3|Mucoepidermoid carcinoma|黏液表皮样癌
8440/0|Cystadenoma, NOS
8440/3|Cystadenocarcinoma, NOS|囊腺癌
8441/0|Serous cystadenoma, NOS
8441/3|Serous cystadenocarcinoma, NOS|浆液性囊腺癌|C56.9
8442/1|Serous cystadenoma, borderline malignancy|交界性浆液性囊腺瘤|C56.9
8443/0|Clear cell cystadenoma||C56.9
8444/1|Clear cell cystic tumor of borderline malignancy||C56.9
8450/0|Papillary cystadenoma, NOS||C56.9
8450/3|Papillary cystadenocarcinoma, NOS|乳头状囊腺癌|C56.9
8451/1|Papillary cystadenoma, borderline malignancy||C56.9
8452/1|Solid pseudopapillary tumor|实性假乳头状肿瘤|C25
8452/3|Solid pseudopapillary carcinoma|实性假乳头状癌|C25
8453/0|Intraductal papillary-mucinous adenoma||C25
8453/2|Intraductal papillary-mucinous carcinoma, non-invasive|非浸润性导管内乳头状黏液癌|C25
8453/3|Intraductal papillary-mucinous carcinoma, invasive|浸润性导管内乳头状黏液癌|C25
8454/0|Cystic tumor of atrio-ventricular node||C38.0
8460/0|Papillary serous cystadenoma, NOS||C56.9
8460/3|Papillary serous cystadenocarcinoma; low-grade serous carcinoma|乳头状浆液性囊腺癌（低级别浆液性癌）|C56.9
8461/0|Serous surface papilloma||C56.9
8461/3|Serous surface papillary carcinoma; high-grade serous carcinoma|浆液性表面乳头状癌（高级别浆液性癌）|C56.9
8462/1|Serous papillary cystic tumor of borderline malignancy||C56.9
8463/1|Serous surface papillary tumor of borderline malignancy||C56.9
8470/0|Mucinous cystadenoma, NOS||C56.9
8470/2|Mucinous cystadenocarcinoma, non-invasive|非浸润性黏液性囊腺癌|C25
8470/3|Mucinous cystadenocarcinoma, NOS|黏液性囊腺癌|C56.9
8471/0|Papillary mucinous cystadenoma, NOS||C56.9
8471/3|Papillary mucinous cystadenocarcinoma|乳头状黏液性囊腺癌|C56.9
8472/1|Mucinous cystic tumor of borderline malignancy|交界性黏液性囊性肿瘤|C56.9
8473/1|Papillary mucinous cystadenoma, borderline malignancy||C56.9
8480/0|Mucinous adenoma
8480/1|Low grade appendiceal mucinous neoplasm|低级别阑尾黏液性肿瘤|C18.1
8480/3|Mucinous adenocarcinoma|黏液性腺癌
8480/6|Pseudomyxoma peritonei|腹膜假黏液瘤
8481/3|Mucin-producing adenocarcinoma|产黏液腺癌
8482/3|Mucinous adenocarcinoma, endocervical type|子宫颈内膜型黏液性腺癌
8490/3|Signet ring cell carcinoma|印戒细胞癌
8490/6|Metastatic signet ring cell carcinoma|转移性印戒细胞癌
8500/2|Intraductal carcinoma, noninfiltrating, NOS|非浸润性导管内癌
8500/3|Infiltrating duct carcinoma, NOS|浸润性导管癌|C50
8501/2|Comedocarcinoma, noninfiltrating|非浸润性粉刺癌|C50
8501/3|Comedocarcinoma, NOS|粉刺癌|C50
8502/3|Secretory carcinoma of breast|乳腺分泌性癌|C50
8503/0|Intraductal papilloma|导管内乳头状瘤
8503/2|Noninfiltrating intraductal papillary adenocarcinoma|非浸润性导管内乳头状腺癌|C50
8503/3|Intraductal papillary adenocarcinoma with invasion|浸润性导管内乳头状腺癌|C50
8504/0|Intracystic papillary adenoma
8504/2|Noninfiltrating intracystic carcinoma|非浸润性囊内癌
8504/3|Intracystic carcinoma, NOS|囊内癌
8505/0|Intraductal papillomatosis, NOS
8506/0|Adenoma of nipple||C50.0
8507/2|Intraductal micropapillary carcinoma|导管内微乳头状癌|C50
8507/3|Invasive micropapillary carcinoma of breast|乳腺浸润性微乳头状癌|C50
8508/3|Cystic hypersecretory carcinoma||C50
8510/3|Medullary carcinoma, NOS|髓样癌
8512/3|Medullary carcinoma with lymphoid stroma|髓样癌伴淋巴样间质
8513/3|Atypical medullary carcinoma|不典型髓样癌|C50
8514/3|Duct carcinoma, desmoplastic type
8519/2|Pleomorphic lobular carcinoma in situ|多形性小叶原位癌|C50
8520/2|Lobular carcinoma in situ, NOS|小叶原位癌|C50
8520/3|Lobular carcinoma, NOS|小叶癌|C50
8521/3|Infiltrating ductular carcinoma|浸润性小导管癌|C50
8522/2|Intraductal carcinoma and lobular carcinoma in situ|导管内癌和小叶原位癌|C50
8522/3|Infiltrating duct and lobular carcinoma|浸润性导管癌和小叶癌|C50
8523/3|Infiltrating duct mixed with other types of carcinoma|浸润性导管癌与其他类型癌混合|C50
8524/3|Infiltrating lobular mixed with other types of carcinoma|浸润性小叶癌与其他类型癌混合|C50
8525/3|Polymorphous low grade adenocarcinoma
8530/3|Inflammatory carcinoma|炎性癌|C50
8540/3|Paget disease, mammary|乳腺佩吉特病|C50
8541/3|Paget disease and infiltrating duct carcinoma of breast|佩吉特病和浸润性导管癌|C50
8542/3|Paget disease, extramammary|乳腺外佩吉特病
8543/3|Paget disease and intraductal carcinoma of breast|佩吉特病和导管内癌|C50
8550/0|Acinar cell adenoma
8550/1|Acinar cell tumor
8550/3|Acinar cell carcinoma|腺泡细胞癌
8551/3|Acinar cell cystadenocarcinoma; acinar adenocarcinoma of lung|腺泡细胞囊腺癌（肺腺泡型腺癌）
8552/3|Mixed acinar-ductal carcinoma
8560/0|Mixed squamous cell and glandular papilloma
8560/3|Adenosquamous carcinoma|腺鳞癌
8561/0|Adenolymphoma||C07 C08
8562/3|Epithelial-myoepithelial carcinoma|上皮肌上皮癌
8570/3|Adenocarcinoma with squamous metaplasia|腺癌伴鳞状化生
8571/3|Adenocarcinoma with cartilaginous and osseous metaplasia
8572/3|Adenocarcinoma with spindle cell metaplasia
8573/3|Adenocarcinoma with apocrine metaplasia
8574/3|Adenocarcinoma with neuroendocrine differentiation|腺癌伴神经内分泌分化
8575/3|Metaplastic carcinoma, NOS|化生性癌
8576/3|Hepatoid adenocarcinoma|肝样腺癌
8580/0|Thymoma, benign||C37.9
8580/1|Thymoma, NOS|胸腺瘤|C37.9
8580/3|Thymoma, malignant, NOS|恶性胸腺瘤|C37.9
8581/1|Thymoma, type A, NOS|A型胸腺瘤|C37.9
8581/3|Thymoma, type A, malignant|恶性A型胸腺瘤|C37.9
8582/1|Thymoma, type AB, NOS|AB型胸腺瘤|C37.9
8582/3|Thymoma, type AB, malignant|恶性AB型胸腺瘤|C37.9
8583/1|Thymoma, type B1, NOS|B1型胸腺瘤|C37.9
8583/3|Thymoma, type B1, malignant|恶性B1型胸腺瘤|C37.9
8584/1|Thymoma, type B2, NOS|B2型胸腺瘤|C37.9
8584/3|Thymoma, type B2, malignant|恶性B2型胸腺瘤|C37.9
8585/1|Thymoma, type B3, NOS|B3型胸腺瘤|C37.9
8585/3|Thymoma, type B3, malignant|恶性B3型胸腺瘤|C37.9
8586/3|Thymic carcinoma, NOS|胸腺癌|C37.9
8587/0|Ectopic hamartomatous thymoma
8588/3|Spindle epithelial tumor with thymus-like element
8589/3|Carcinoma showing thymus-like element
8590/1|Sex cord-gonadal stromal tumor, NOS
8591/1|Sex cord-gonadal stromal tumor, incompletely differentiated
8592/1|Sex cord-gonadal stromal tumor, mixed forms
8593/1|Stromal tumor with minor sex cord elements||C56.9
8600/0|Thecoma, NOS||C56.9
8600/3|Thecoma, malignant||C56.9
8601/0|Thecoma, luteinized||C56.9
8602/0|Sclerosing stromal tumor||C56.9
8610/0|Luteoma, NOS||C56.9
8620/1|Granulosa cell tumor, adult type|成人型颗粒细胞瘤|C56.9
8620/3|Granulosa cell tumor, malignant|恶性颗粒细胞瘤|C56.9
8621/1|Granulosa cell-theca cell tumor||C56.9
8622/1|Granulosa cell tumor, juvenile||C56.9
8623/1|Sex cord tumor with annular tubules||C56.9
8630/0|Androblastoma, benign
8630/1|Androblastoma, NOS
8630/3|Androblastoma, malignant
8631/0|Sertoli-Leydig cell tumor, well differentiated
8631/1|Sertoli-Leydig cell tumor of intermediate differentiation
8631/3|Sertoli-Leydig cell tumor, poorly differentiated
8632/1|Gynandroblastoma||C56.9
8633/1|Sertoli-Leydig cell tumor, retiform
8634/1|Sertoli-Leydig cell tumor, intermediate differentiation, with heterologous elements
8634/3|Sertoli-Leydig cell tumor, poorly differentiated, with heterologous elements
8640/1|Sertoli cell tumor, NOS
8640/3|Sertoli cell carcinoma||C62
8641/0|Sertoli cell tumor with lipid storage
8642/1|Large cell calcifying Sertoli cell tumor
8650/0|Leydig cell tumor, benign||C62
8650/1|Leydig cell tumor, NOS||C62
8650/3|Leydig cell tumor, malignant||C62
8660/0|Hilus cell tumor||C56.9
8670/0|Lipid cell tumor of ovary||C56.9
8670/3|Steroid cell tumor, malignant
8671/0|Adrenal rest tumor
8680/0|Paraganglioma, benign
8680/1|Paraganglioma, NOS|副神经节瘤
8680/3|Paraganglioma, malignant|恶性副神经节瘤
8681/1|Sympathetic paraganglioma
8682/1|Parasympathetic paraganglioma
8683/0|Gangliocytic paraganglioma||C17.0
8690/1|Glomus jugulare tumor, NOS||C75.5
8691/1|Aortic body tumor||C75.5
8692/1|Carotid body tumor||C75.4
8693/1|Extra-adrenal paraganglioma, NOS
8693/3|Extra-adrenal paraganglioma, malignant
8700/0|Pheochromocytoma, NOS|嗜铬细胞瘤|C74.1
8700/3|Pheochromocytoma, malignant|恶性嗜铬细胞瘤|C74.1
8710/3|Glomangiosarcoma
8711/0|Glomus tumor, NOS
8711/3|Glomus tumor, malignant
8712/0|Glomangioma
8713/0|Glomangiomyoma
8720/0|Pigmented nevus, NOS|色素痣|C44
8720/2|Melanoma in situ|原位黑色素瘤
8720/3|Malignant melanoma, NOS|恶性黑色素瘤
8721/3|Nodular melanoma|结节性黑色素瘤|C44
8722/0|Balloon cell nevus||C44
8722/3|Balloon cell melanoma||C44
8723/0|Halo nevus||C44
8723/3|Malignant melanoma, regressing||C44
8725/0|Neuronevus||C44
8726/0|Magnocellular nevus||C69.4
8727/0|Dysplastic nevus||C44
8728/0|Diffuse melanocytosis||C70.9
8728/1|Meningeal melanocytoma||C70.9
8728/3|Meningeal melanomatosis||C70.9
8730/0|Nonpigmented nevus||C44
8730/3|Amelanotic melanoma|无黑色素性黑色素瘤|C44
8740/0|Junctional nevus, NOS||C44
8740/3|Malignant melanoma in junctional nevus||C44
8741/2|Precancerous melanosis, NOS||C44
8741/3|Malignant melanoma in precancerous melanosis||C44
8742/2|Lentigo maligna|恶性雀斑|C44
8742/3|Lentigo maligna melanoma|恶性雀斑样黑色素瘤|C44
8743/3|Superficial spreading melanoma|浅表扩散性黑色素瘤|C44
8744/3|Acral lentiginous melanoma, malignant|肢端雀斑样黑色素瘤|C44
8745/3|Desmoplastic melanoma, malignant||C44
8746/3|Mucosal lentiginous melanoma|黏膜雀斑样黑色素瘤
8750/0|Intradermal nevus||C44
8760/0|Compound nevus||C44
8761/0|Small congenital nevus||C44
8761/1|Giant pigmented nevus, NOS||C44
8761/3|Malignant melanoma in giant pigmented nevus||C44
8762/1|Proliferative dermal lesion in congenital nevus||C44
8770/0|Epithelioid and spindle cell nevus||C44
8770/3|Mixed epithelioid and spindle cell melanoma
8771/0|Epithelioid cell nevus||C44
8771/3|Epithelioid cell melanoma|上皮样细胞黑色素瘤
8772/0|Spindle cell nevus, NOS||C44
8772/3|Spindle cell melanoma, NOS|梭形细胞黑色素瘤
8773/3|Spindle cell melanoma, type A||C69
8774/3|Spindle cell melanoma, type B||C69
8780/0|Blue nevus, NOS||C44
8780/3|Blue nevus, malignant||C44
8790/0|Cellular blue nevus||C44
8800/0|Soft tissue tumor, benign
8800/3|Sarcoma, NOS|肉瘤
8800/9|Sarcomatosis, NOS
8801/3|Spindle cell sarcoma|梭形细胞肉瘤
8802/3|Giant cell sarcoma|巨细胞肉瘤
8803/3|Small cell sarcoma
8804/3|Epithelioid sarcoma|上皮样肉瘤
8805/3|Undifferentiated sarcoma|未分化肉瘤
8806/3|Desmoplastic small round cell tumor|促结缔组织增生性小圆细胞肿瘤
8810/0|Fibroma, NOS
8810/1|Cellular fibroma||C56.9
8810/3|Fibrosarcoma, NOS|纤维肉瘤
8811/0|Fibromyxoma
8811/3|Fibromyxosarcoma|纤维黏液肉瘤
8812/0|Periosteal fibroma||C40 C41
8812/3|Periosteal fibrosarcoma||C40 C41
8813/0|Fascial fibroma
8813/3|Fascial fibrosarcoma
8814/3|Infantile fibrosarcoma
8815/0|Solitary fibrous tumor
8815/3|Solitary fibrous tumor, malignant|恶性孤立性纤维性肿瘤
8820/0|Elastofibroma
8821/1|Aggressive fibromatosis|侵袭性纤维瘤病
8822/1|Abdominal fibromatosis
8823/0|Desmoplastic fibroma
8824/0|Myofibroma
8824/1|Myofibromatosis
8825/0|Myofibroblastoma
8825/1|Myofibroblastic tumor, NOS
8826/0|Angiomyofibroblastoma
8827/1|Myofibroblastic tumor, peribronchial||C34
8830/0|Benign fibrous histiocytoma
8830/1|Atypical fibrous histiocytoma
8830/3|Malignant fibrous histiocytoma|恶性纤维组织细胞瘤
8831/0|Histiocytoma, NOS
8832/0|Dermatofibroma, NOS||C44
8832/3|Dermatofibrosarcoma, NOS|皮肤纤维肉瘤|C44
8833/3|Pigmented dermatofibrosarcoma protuberans||C44
8834/1|Giant cell fibroblastoma
8835/1|Plexiform fibrohistiocytic tumor
8836/1|Angiomatoid fibrous histiocytoma
8840/0|Myxoma, NOS
8840/3|Myxosarcoma
8841/1|Angiomyxoma
8842/0|Ossifying fibromyxoid tumor
8850/0|Lipoma, NOS|脂肪瘤
8850/1|Atypical lipoma
8850/3|Liposarcoma, NOS|脂肪肉瘤
8851/0|Fibrolipoma
8851/3|Liposarcoma, well differentiated|高分化脂肪肉瘤
8852/0|Fibromyxolipoma
8852/3|Myxoid liposarcoma|黏液样脂肪肉瘤
8853/3|Round cell liposarcoma
8854/0|Pleomorphic lipoma
8854/3|Pleomorphic liposarcoma|多形性脂肪肉瘤
8855/3|Mixed liposarcoma
8856/0|Intramuscular lipoma
8857/0|Spindle cell lipoma
8857/3|Fibroblastic liposarcoma
8858/3|Dedifferentiated liposarcoma|去分化脂肪肉瘤
8860/0|Angiomyolipoma
8861/0|Angiolipoma, NOS
8862/0|Chondroid lipoma
8870/0|Myelolipoma
8880/0|Hibernoma
8881/0|Lipoblastomatosis
8890/0|Leiomyoma, NOS|平滑肌瘤
8890/1|Leiomyomatosis, NOS
8890/3|Leiomyosarcoma, NOS|平滑肌肉瘤
8891/0|Epithelioid leiomyoma
8891/3|Epithelioid leiomyosarcoma
8892/0|Cellular leiomyoma
8893/0|Bizarre leiomyoma
8894/0|Angiomyoma
8894/3|Angiomyosarcoma
8895/0|Myoma
8895/3|Myosarcoma
8896/3|Myxoid leiomyosarcoma
8897/1|Smooth muscle tumor of uncertain malignant potential
8898/1|Metastasizing leiomyoma
8900/0|Rhabdomyoma, NOS
8900/3|Rhabdomyosarcoma, NOS|横纹肌肉瘤
8901/3|Pleomorphic rhabdomyosarcoma, adult type
8902/3|Mixed type rhabdomyosarcoma
8903/0|Fetal rhabdomyoma
8904/0|Adult rhabdomyoma
8905/0|Genital rhabdomyoma||C51 C52.9
8910/3|Embryonal rhabdomyosarcoma, NOS|胚胎性横纹肌肉瘤
8912/3|Spindle cell rhabdomyosarcoma
8920/3|Alveolar rhabdomyosarcoma|腺泡状横纹肌肉瘤
8921/3|Rhabdomyosarcoma with ganglionic differentiation
8930/0|Endometrial stromal nodule||C54.1
8930/3|Endometrial stromal sarcoma, NOS|子宫内膜间质肉瘤|C54.1
8931/3|Endometrial stromal sarcoma, low grade|低级别子宫内膜间质肉瘤|C54.1
8932/0|Adenomyoma
8933/3|Adenosarcoma|腺肉瘤
8934/3|Carcinofibroma
8935/0|Stromal tumor, benign
8935/1|Stromal tumor, NOS
8935/3|Stromal sarcoma, NOS
8936/0|Gastrointestinal stromal tumor, benign|良性胃肠道间质瘤
8936/1|Gastrointestinal stromal tumor, NOS|胃肠道间质瘤
8936/3|Gastrointestinal stromal sarcoma|恶性胃肠道间质瘤
8940/0|Pleomorphic adenoma|多形性腺瘤
8940/3|Mixed tumor, malignant, NOS|恶性混合瘤
8941/3|Carcinoma in pleomorphic adenoma|癌在多形性腺瘤中|C07 C08
8950/3|Mullerian mixed tumor|苗勒管混合瘤|C54
8951/3|Mesodermal mixed tumor
8959/0|Benign cystic nephroma||C64.9
8959/1|Cystic partially differentiated nephroblastoma||C64.9
8959/3|Malignant cystic nephroma||C64.9
8960/1|Mesoblastic nephroma
8960/3|Nephroblastoma, NOS|肾母细胞瘤|C64.9
8963/3|Malignant rhabdoid tumor
8964/3|Clear cell sarcoma of kidney|肾透明细胞肉瘤|C64.9
8965/0|Nephrogenic adenofibroma||C64.9
8966/0|Renomedullary interstitial cell tumor||C64.9
8967/0|Ossifying renal tumor||C64.9
8970/3|Hepatoblastoma|肝母细胞瘤|C22.0
8971/3|Pancreatoblastoma||C25
8972/3|Pulmonary blastoma|肺母细胞瘤|C34
8973/3|Pleuropulmonary blastoma
8974/1|Sialoblastoma
8975/1|Calcifying nested epithelial stromal tumor||C22.0
8980/3|Carcinosarcoma, NOS|癌肉瘤
8981/3|Carcinosarcoma, embryonal
8982/0|Myoepithelioma
8982/3|Malignant myoepithelioma|恶性肌上皮瘤
8983/0|Adenomyoepithelioma||C50
8990/0|Mesenchymoma, benign
8990/1|Mesenchymoma, NOS
8990/3|Mesenchymoma, malignant
8991/3|Embryonal sarcoma
9000/0|Brenner tumor, NOS||C56.9
9000/1|Brenner tumor, borderline malignancy||C56.9
9000/3|Brenner tumor, malignant||C56.9
9010/0|Fibroadenoma, NOS|纤维腺瘤|C50
9011/0|Intracanalicular fibroadenoma||C50
9012/0|Pericanalicular fibroadenoma||C50
9013/0|Adenofibroma, NOS
9014/0|Serous adenofibroma, NOS
9014/1|Serous adenofibroma of borderline malignancy
9014/3|Serous adenocarcinofibroma
9015/0|Mucinous adenofibroma, NOS
9015/1|Mucinous adenofibroma of borderline malignancy
9015/3|Mucinous adenocarcinofibroma
9016/0|Giant fibroadenoma||C50
9020/0|Phyllodes tumor, benign||C50
9020/1|Phyllodes tumor, borderline|交界性叶状肿瘤|C50
9020/3|Phyllodes tumor, malignant|恶性叶状肿瘤|C50
9030/0|Juvenile fibroadenoma||C50
9040/0|Synovioma, benign
9040/3|Synovial sarcoma, NOS|滑膜肉瘤
9041/3|Synovial sarcoma, spindle cell
9042/3|Synovial sarcoma, epithelioid cell
9043/3|Synovial sarcoma, biphasic
9044/3|Clear cell sarcoma, NOS|透明细胞肉瘤
9050/0|Mesothelioma, benign
9050/3|Mesothelioma, malignant|恶性间皮瘤
9051/0|Fibrous mesothelioma, benign
9051/3|Fibrous mesothelioma, malignant
9052/0|Epithelioid mesothelioma, benign
9052/3|Epithelioid mesothelioma, malignant|恶性上皮样间皮瘤
9053/3|Mesothelioma, biphasic, malignant|恶性双相性间皮瘤
9054/0|Adenomatoid tumor, NOS
9055/0|Multicystic mesothelioma, benign
9055/1|Cystic mesothelioma, NOS||C48
9060/3|Dysgerminoma|无性细胞瘤
9061/3|Seminoma, NOS|精原细胞瘤|C62
9062/3|Seminoma, anaplastic||C62
9063/3|Spermatocytic seminoma||C62
9064/2|Intratubular malignant germ cells||C62
9064/3|Germinoma|生殖细胞瘤
9065/3|Germ cell tumor, nonseminomatous|非精原细胞性生殖细胞肿瘤|C62
9070/3|Embryonal carcinoma, NOS|胚胎性癌
9071/3|Yolk sac tumor|卵黄囊瘤
9072/3|Polyembryoma
9073/1|Gonadoblastoma
9080/0|Teratoma, benign|良性畸胎瘤
9080/1|Teratoma, NOS|畸胎瘤
9080/3|Teratoma, malignant, NOS|恶性畸胎瘤
9081/3|Teratocarcinoma
9082/3|Malignant teratoma, undifferentiated
9083/3|Malignant teratoma, intermediate
9084/0|Dermoid cyst, NOS
9084/3|Teratoma with malignant transformation
9085/3|Mixed germ cell tumor|混合性生殖细胞肿瘤
9090/0|Struma ovarii, NOS||C56.9
9090/3|Struma ovarii, malignant||C56.9
9091/1|Strumal carcinoid||C56.9
9100/0|Hydatidiform mole, NOS|葡萄胎|C58.9
9100/1|Invasive hydatidiform mole|侵袭性葡萄胎|C58.9
9100/3|Choriocarcinoma, NOS|绒毛膜癌
9101/3|Choriocarcinoma combined with other germ cell elements
9102/3|Malignant teratoma, trophoblastic
9103/0|Partial hydatidiform mole||C58.9
9104/1|Placental site trophoblastic tumor|胎盘部位滋养细胞肿瘤|C58.9
9105/3|Trophoblastic tumor, epithelioid
9110/0|Mesonephroma, benign
9110/1|Mesonephric tumor, NOS
9110/3|Mesonephroma, malignant
9120/0|Hemangioma, NOS|血管瘤
9120/3|Hemangiosarcoma|血管肉瘤
9121/0|Cavernous hemangioma
9122/0|Venous hemangioma
9123/0|Racemose hemangioma
9124/3|Kupffer cell sarcoma||C22.0
9125/0|Epithelioid hemangioma
9130/0|Hemangioendothelioma, benign
9130/1|Hemangioendothelioma, NOS
9130/3|Hemangioendothelioma, malignant
9131/0|Capillary hemangioma
9132/0|Intramuscular hemangioma
9133/1|Epithelioid hemangioendothelioma, NOS
9133/3|Epithelioid hemangioendothelioma, malignant|恶性上皮样血管内皮瘤
9135/1|Endovascular papillary angioendothelioma
9136/1|Spindle cell hemangioendothelioma
9140/3|Kaposi sarcoma|卡波西肉瘤
9141/0|Angiokeratoma
9142/0|Verrucous keratotic hemangioma
9150/0|Hemangiopericytoma, benign
9150/1|Hemangiopericytoma, NOS
9150/3|Hemangiopericytoma, malignant
9160/0|Angiofibroma, NOS
9161/0|Acquired tufted hemangioma
9161/1|Hemangioblastoma
9170/0|Lymphangioma, NOS
9170/3|Lymphangiosarcoma
9171/0|Capillary lymphangioma
9172/0|Cavernous lymphangioma
9173/0|Cystic lymphangioma
9174/0|Lymphangiomyoma
9174/1|Lymphangiomyomatosis
9175/0|Hemolymphangioma
9180/0|Osteoma, NOS||C40 C41
9180/3|Osteosarcoma, NOS|骨肉瘤|C40 C41
9181/3|Chondroblastic osteosarcoma|成软骨细胞型骨肉瘤|C40 C41
9182/3|Fibroblastic osteosarcoma||C40 C41
9183/3|Telangiectatic osteosarcoma||C40 C41
9184/3|Osteosarcoma in Paget disease of bone||C40 C41
9185/3|Small cell osteosarcoma||C40 C41
9186/3|Central osteosarcoma||C40 C41
9187/3|Intraosseous well differentiated osteosarcoma||C40 C41
9191/0|Osteoid osteoma, NOS||C40 C41
9192/3|Parosteal osteosarcoma||C40 C41
9193/3|Periosteal osteosarcoma||C40 C41
9194/3|High grade surface osteosarcoma||C40 C41
9195/3|Intracortical osteosarcoma||C40 C41
9200/0|Osteoblastoma, NOS||C40 C41
9200/1|Aggressive osteoblastoma||C40 C41
9210/0|Osteochondroma||C40 C41
9210/1|Osteochondromatosis, NOS||C40 C41
9220/0|Chondroma, NOS||C40 C41
9220/1|Chondromatosis, NOS
9220/3|Chondrosarcoma, NOS|软骨肉瘤|C40 C41
9221/0|Juxtacortical chondroma||C40 C41
9221/3|Juxtacortical chondrosarcoma||C40 C41
9230/0|Chondroblastoma, NOS||C40 C41
9230/3|Chondroblastoma, malignant||C40 C41
9231/3|Myxoid chondrosarcoma
9240/3|Mesenchymal chondrosarcoma
9241/0|Chondromyxoid fibroma||C40 C41
9242/3|Clear cell chondrosarcoma||C40 C41
9243/3|Dedifferentiated chondrosarcoma||C40 C41
9250/1|Giant cell tumor of bone, NOS|骨巨细胞瘤|C40 C41
9250/3|Giant cell tumor of bone, malignant|恶性骨巨细胞瘤|C40 C41
9251/1|Giant cell tumor of soft parts, NOS
9251/3|Malignant giant cell tumor of soft parts
9252/0|Tenosynovial giant cell tumor||C49
9252/3|Malignant tenosynovial giant cell tumor||C49
9260/3|Ewing sarcoma|尤因肉瘤
9261/3|Adamantinoma of long bones||C40
9262/0|Ossifying fibroma
9270/0|Odontogenic tumor, benign
9270/1|Odontogenic tumor, NOS
9270/3|Odontogenic tumor, malignant
9271/0|Ameloblastic fibrodentinoma
9272/0|Cementoma, NOS
9273/0|Cementoblastoma, benign
9274/0|Cementifying fibroma
9275/0|Gigantiform cementoma
9280/0|Odontoma, NOS
9281/0|Compound odontoma
9282/0|Complex odontoma
9290/0|Ameloblastic fibro-odontoma
9290/3|Ameloblastic odontosarcoma
9300/0|Adenomatoid odontogenic tumor
9301/0|Calcifying odontogenic cyst
9302/0|Odontogenic ghost cell tumor
9310/0|Ameloblastoma, NOS
9310/3|Ameloblastoma, malignant
9311/0|Odontoameloblastoma
9312/0|Squamous odontogenic tumor
9320/0|Odontogenic myxoma
9321/0|Central odontogenic fibroma
9322/0|Peripheral odontogenic fibroma
9330/0|Ameloblastic fibroma
9330/3|Ameloblastic fibrosarcoma
9340/0|Calcifying epithelial odontogenic tumor
9341/1|Clear cell odontogenic tumor
9342/3|Odontogenic carcinosarcoma
9350/1|Craniopharyngioma|颅咽管瘤|C75.2
9351/1|Craniopharyngioma, adamantinomatous||C75.2
9352/1|Craniopharyngioma, papillary||C75.2
9360/1|Pinealoma||C75.3
9361/1|Pineocytoma||C75.3
9362/3|Pineoblastoma||C75.3
9363/0|Melanotic neuroectodermal tumor
9364/3|Peripheral neuroectodermal tumor|外周神经外胚层肿瘤
9365/3|Askin tumor
9370/3|Chordoma, NOS|脊索瘤
9371/3|Chondroid chordoma
9372/3|Dedifferentiated chordoma
9373/0|Parachordoma
9380/3|Glioma, malignant|恶性胶质瘤|C71
9381/3|Gliomatosis cerebri||C71
9382/3|Mixed glioma|混合性胶质瘤|C71
9383/1|Subependymoma||C71
9384/1|Subependymal giant cell astrocytoma||C71
9390/0|Choroid plexus papilloma, NOS||C71.5
9390/1|Atypical choroid plexus papilloma||C71.5
9390/3|Choroid plexus carcinoma||C71.5
9391/3|Ependymoma, NOS|室管膜瘤|C71
9392/3|Ependymoma, anaplastic|间变性室管膜瘤|C71
9393/3|Papillary ependymoma||C71
9394/1|Myxopapillary ependymoma||C72.0
9395/3|Papillary tumor of the pineal region
9400/3|Astrocytoma, NOS|星形细胞瘤|C71
9401/3|Astrocytoma, anaplastic|间变性星形细胞瘤|C71
9410/3|Protoplasmic astrocytoma||C71
9411/3|Gemistocytic astrocytoma|肥胖型星形细胞瘤|C71
9412/1|Desmoplastic infantile astrocytoma||C71
9413/0|Dysembryoplastic neuroepithelial tumor
9420/3|Fibrillary astrocytoma||C71
9421/1|Pilocytic astrocytoma|毛细胞型星形细胞瘤|C71
9423/3|Polar spongioblastoma||C71
9424/3|Pleomorphic xanthoastrocytoma|多形性黄色星形细胞瘤|C71
9425/3|Pilomyxoid astrocytoma
9430/3|Astroblastoma||C71
9431/1|Angiocentric glioma
9432/1|Pituicytoma
9440/3|Glioblastoma|胶质母细胞瘤|C71
9441/3|Giant cell glioblastoma||C71
9442/1|Gliofibroma||C71
9442/3|Gliosarcoma|胶质肉瘤|C71
9444/1|Chordoid glioma||C71
9450/3|Oligodendroglioma, NOS|少突胶质细胞瘤|C71
9451/3|Oligodendroglioma, anaplastic|间变性少突胶质细胞瘤|C71
9460/3|Oligodendroblastoma||C71
9470/3|Medulloblastoma, NOS|髓母细胞瘤|C71.6
9471/3|Desmoplastic nodular medulloblastoma||C71.6
9472/3|Medullomyoblastoma||C71.6
9473/3|Primitive neuroectodermal tumor, NOS|原始神经外胚层肿瘤
9474/3|Large cell medulloblastoma||C71.6
9480/3|Cerebellar sarcoma, NOS||C71.6
9490/0|Ganglioneuroma
9490/3|Ganglioneuroblastoma|节细胞神经母细胞瘤
9491/0|Ganglioneuromatosis
9492/0|Gangliocytoma
9493/0|Dysplastic gangliocytoma of cerebellum (Lhermitte-Duclos)||C71.6
9500/3|Neuroblastoma, NOS|神经母细胞瘤
9501/0|Medulloepithelioma, benign||C69.4
9501/3|Medulloepithelioma, NOS
9502/0|Teratoid medulloepithelioma, benign||C69.4
9502/3|Teratoid medulloepithelioma
9503/3|Neuroepithelioma, NOS
9504/3|Spongioneuroblastoma
9505/1|Ganglioglioma, NOS|节细胞胶质瘤
9505/3|Ganglioglioma, anaplastic
9506/1|Central neurocytoma
9507/0|Pacinian tumor
9508/3|Atypical teratoid/rhabdoid tumor|非典型畸胎样/横纹肌样瘤|C71
9509/1|Papillary glioneuronal tumor
9510/0|Retinocytoma||C69.2
9510/3|Retinoblastoma, NOS|视网膜母细胞瘤|C69.2
9511/3|Retinoblastoma, differentiated||C69.2
9512/3|Retinoblastoma, undifferentiated||C69.2
9513/3|Retinoblastoma, diffuse||C69.2
9514/1|Retinoblastoma, spontaneously regressed||C69.2
9520/3|Olfactory neurogenic tumor
9521/3|Olfactory neurocytoma||C30.0
9522/3|Olfactory neuroblastoma|嗅神经母细胞瘤|C30.0
9523/3|Olfactory neuroepithelioma||C30.0
9530/0|Meningioma, NOS|脑膜瘤
9530/1|Meningiomatosis, NOS
9530/3|Meningioma, malignant|恶性脑膜瘤
9531/0|Meningothelial meningioma
9532/0|Fibrous meningioma
9533/0|Psammomatous meningioma
9534/0|Angiomatous meningioma
9535/0|Hemangioblastic meningioma
9537/0|Transitional meningioma
9538/1|Clear cell meningioma
9538/3|Papillary meningioma
9539/1|Atypical meningioma|非典型脑膜瘤
9539/3|Meningeal sarcomatosis
9540/0|Neurofibroma, NOS
9540/1|Neurofibromatosis, NOS
9540/3|Malignant peripheral nerve sheath tumor|恶性外周神经鞘膜瘤
9541/0|Melanotic neurofibroma
9550/0|Plexiform neurofibroma
9560/0|Neurilemoma, NOS|神经鞘瘤
9560/1|Neurinomatosis
9560/3|Neurilemoma, malignant
9561/3|Malignant peripheral nerve sheath tumor with rhabdomyoblastic differentiation
9562/0|Neurothekeoma
9570/0|Neuroma, NOS
9571/0|Perineurioma, NOS
9571/3|Perineurioma, malignant
9580/0|Granular cell tumor, NOS
9580/3|Granular cell tumor, malignant
9581/3|Alveolar soft part sarcoma
9582/0|Granular cell tumor of the sellar region||C75.1
9590/3|Malignant lymphoma, NOS|恶性淋巴瘤
9591/3|Malignant lymphoma, non-Hodgkin, NOS|非霍奇金淋巴瘤
9596/3|Composite Hodgkin and non-Hodgkin lymphoma
9597/3|Primary cutaneous follicle center lymphoma
9650/3|Hodgkin lymphoma, NOS|霍奇金淋巴瘤
9651/3|Hodgkin lymphoma, lymphocyte-rich|富于淋巴细胞型霍奇金淋巴瘤
9652/3|Hodgkin lymphoma, mixed cellularity, NOS|混合细胞型霍奇金淋巴瘤
9653/3|Hodgkin lymphoma, lymphocyte depletion, NOS|淋巴细胞消减型霍奇金淋巴瘤
9654/3|Hodgkin lymphoma, lymphocyte depletion, diffuse fibrosis
9655/3|Hodgkin lymphoma, lymphocyte depletion, reticular
9659/3|Hodgkin lymphoma, nodular lymphocyte predominance|结节性淋巴细胞为主型霍奇金淋巴瘤
9661/3|Hodgkin granuloma
9662/3|Hodgkin sarcoma
9663/3|Hodgkin lymphoma, nodular sclerosis, NOS|结节硬化型霍奇金淋巴瘤
9664/3|Hodgkin lymphoma, nodular sclerosis, cellular phase
9665/3|Hodgkin lymphoma, nodular sclerosis, grade 1
9667/3|Hodgkin lymphoma, nodular sclerosis, grade 2
9670/3|Malignant lymphoma, small B lymphocytic, NOS|小B淋巴细胞性淋巴瘤
9671/3|Malignant lymphoma, lymphoplasmacytic|淋巴浆细胞性淋巴瘤
9673/3|Mantle cell lymphoma|套细胞淋巴瘤
9675/3|Malignant lymphoma, mixed small and large cell, diffuse
9678/3|Primary effusion lymphoma
9679/3|Mediastinal (thymic) large B-cell lymphoma|纵隔（胸腺）大B细胞淋巴瘤|C38.3
9680/3|Malignant lymphoma, large B-cell, diffuse, NOS|弥漫性大B细胞淋巴瘤
9684/3|Malignant lymphoma, large B-cell, diffuse, immunoblastic, NOS|弥漫性免疫母细胞性大B细胞淋巴瘤
9687/3|Burkitt lymphoma, NOS|伯基特淋巴瘤
9688/3|T-cell rich large B-cell lymphoma
9689/3|Splenic marginal zone B-cell lymphoma|脾边缘区B细胞淋巴瘤|C42.2
9690/3|Follicular lymphoma, NOS|滤泡性淋巴瘤
9691/3|Follicular lymphoma, grade 2|滤泡性淋巴瘤，2级
9695/3|Follicular lymphoma, grade 1|滤泡性淋巴瘤，1级
9698/3|Follicular lymphoma, grade 3|滤泡性淋巴瘤，3级
9699/3|Marginal zone B-cell lymphoma, NOS|边缘区B细胞淋巴瘤
9700/3|Mycosis fungoides|蕈样肉芽肿|C44
9701/3|Sezary syndrome|塞扎里综合征
9702/3|Mature T-cell lymphoma, NOS|成熟T细胞淋巴瘤
9705/3|Angioimmunoblastic T-cell lymphoma|血管免疫母细胞性T细胞淋巴瘤
9708/3|Subcutaneous panniculitis-like T-cell lymphoma
9709/3|Cutaneous T-cell lymphoma, NOS||C44
9712/3|Intravascular large B-cell lymphoma||C49.9
9714/3|Anaplastic large cell lymphoma, T cell and Null cell type|间变性大细胞淋巴瘤
9716/3|Hepatosplenic T-cell lymphoma|肝脾T细胞淋巴瘤
9717/3|Intestinal T-cell lymphoma|肠道T细胞淋巴瘤
9718/3|Primary cutaneous CD30+ T-cell lymphoproliferative disorder||C44
9719/3|NK/T-cell lymphoma, nasal and nasal-type|鼻型NK/T细胞淋巴瘤
9724/3|Systemic EBV positive T-cell lymphoproliferative disease of childhood
9725/3|Hydroa vacciniforme-like lymphoma
9726/3|Primary cutaneous gamma-delta T-cell lymphoma
9727/3|Precursor cell lymphoblastic lymphoma, NOS|前体细胞淋巴母细胞性淋巴瘤
9728/3|Precursor B-cell lymphoblastic lymphoma|前体B细胞淋巴母细胞性淋巴瘤
9729/3|Precursor T-cell lymphoblastic lymphoma|前体T细胞淋巴母细胞性淋巴瘤
9731/3|Plasmacytoma, NOS|浆细胞瘤
9732/3|Multiple myeloma|多发性骨髓瘤|C42.1
9733/3|Plasma cell leukemia|浆细胞白血病|C42.1
9734/3|Plasmacytoma, extramedullary (not occurring in bone)|髓外浆细胞瘤
9735/3|Plasmablastic lymphoma
9737/3|ALK positive large B-cell lymphoma
9738/3|Large B-cell lymphoma arising in HHV8-associated multicentric Castleman disease
9740/1|Mastocytoma, NOS
9740/3|Mast cell sarcoma
9741/1|Indolent systemic mastocytosis
9741/3|Malignant mastocytosis
9742/3|Mast cell leukemia||C42.1
9750/3|Malignant histiocytosis
9751/1|Langerhans cell histiocytosis, NOS
9751/3|Langerhans cell histiocytosis, NOS|朗格汉斯细胞组织细胞增生症
9752/1|Langerhans cell histiocytosis, unifocal
9753/1|Langerhans cell histiocytosis, multifocal
9754/3|Langerhans cell histiocytosis, disseminated
9755/3|Histiocytic sarcoma|组织细胞肉瘤
9756/3|Langerhans cell sarcoma
9757/3|Interdigitating dendritic cell sarcoma
9758/3|Follicular dendritic cell sarcoma
9759/3|Fibroblastic reticular cell tumor
9760/3|Immunoproliferative disease, NOS
9761/3|Waldenstrom macroglobulinemia|华氏巨球蛋白血症|C42.0
9762/3|Heavy chain disease, NOS
9764/3|Immunoproliferative small intestinal disease||C17
9765/1|Monoclonal gammopathy of undetermined significance
9766/1|Angiocentric immunoproliferative lesion
9767/1|Angioimmunoblastic lymphadenopathy
9768/1|T-gamma lymphoproliferative disease
9769/1|Immunoglobulin deposition disease
9800/3|Leukemia, NOS|白血病
9801/3|Acute leukemia, NOS|急性白血病
9805/3|Acute biphenotypic leukemia
9806/3|Mixed phenotype acute leukemia with t(9;22)(q34;q11.2); BCR-ABL1
9807/3|Mixed phenotype acute leukemia with t(v;11q23); MLL rearranged
9808/3|Mixed phenotype acute leukemia, B/myeloid, NOS
9809/3|Mixed phenotype acute leukemia, T/myeloid, NOS
9811/3|B lymphoblastic leukemia/lymphoma, NOS|B淋巴母细胞白血病/淋巴瘤
9812/3|B lymphoblastic leukemia/lymphoma with t(9;22)(q34;q11.2); BCR-ABL1
9813/3|B lymphoblastic leukemia/lymphoma with t(v;11q23); MLL rearranged
9814/3|B lymphoblastic leukemia/lymphoma with t(12;21)(p13;q22); TEL-AML1 (ETV6-RUNX1)
9815/3|B lymphoblastic leukemia/lymphoma with hyperdiploidy
9816/3|B lymphoblastic leukemia/lymphoma with hypodiploidy (Hypodiploid ALL)
9817/3|B lymphoblastic leukemia/lymphoma with t(5;14)(q31;q32); IL3-IGH
9818/3|B lymphoblastic leukemia/lymphoma with t(1;19)(q23;p13.3); E2A-PBX1 (TCF3-PBX1)
9820/3|Lymphoid leukemia, NOS|淋巴样白血病
9823/3|B-cell lymphocytic leukemia/small lymphocytic lymphoma|B细胞慢性淋巴细胞白血病/小淋巴细胞淋巴瘤
9826/3|Burkitt cell leukemia
9827/3|Adult T-cell leukemia/lymphoma (HTLV-1 positive) (includes all variants)|成人T细胞白血病/淋巴瘤
9831/3|T-cell large granular lymphocytic leukemia|T细胞大颗粒淋巴细胞白血病
9832/3|Prolymphocytic leukemia, NOS|幼淋巴细胞白血病
9833/3|Prolymphocytic leukemia, B-cell type
9834/3|Prolymphocytic leukemia, T-cell type
9835/3|Precursor cell lymphoblastic leukemia, NOS|前体细胞淋巴母细胞性白血病
9836/3|Precursor B-cell lymphoblastic leukemia|前体B细胞淋巴母细胞性白血病
9837/3|Precursor T-cell lymphoblastic leukemia|前体T细胞淋巴母细胞性白血病
9840/3|Acute myeloid leukemia, M6 type|急性髓系白血病，M6型
9860/3|Myeloid leukemia, NOS|髓系白血病
9861/3|Acute myeloid leukemia, NOS (FAB or WHO type not specified)|急性髓系白血病
9863/3|Chronic myeloid leukemia, NOS|慢性髓系白血病
9865/3|Acute myeloid leukemia with t(6;9)(p23;q34); DEK-NUP214
9866/3|Acute promyelocytic leukemia, t(15;17)(q22;q11-12)|急性早幼粒细胞白血病
9867/3|Acute myelomonocytic leukemia|急性粒单核细胞白血病
9869/3|Acute myeloid leukemia with inv(3)(q21q26.2) or t(3;3)(q21;q26.2); RPN1-EVI1
9870/3|Acute basophilic leukemia
9871/3|Acute myeloid leukemia with abnormal marrow eosinophils (includes all variants)
9872/3|Acute myeloid leukemia, minimal differentiation|急性髓系白血病，微分化型
9873/3|Acute myeloid leukemia without maturation|急性髓系白血病，未成熟型
9874/3|Acute myeloid leukemia with maturation|急性髓系白血病，成熟型
9875/3|Chronic myelogenous leukemia, BCR-ABL positive|慢性髓系白血病，BCR-ABL阳性
9876/3|Atypical chronic myeloid leukemia, BCR/ABL negative|不典型慢性髓系白血病，BCR-ABL阴性
9891/3|Acute monocytic leukemia|急性单核细胞白血病
9895/3|Acute myeloid leukemia with myelodysplasia-related changes|伴骨髓增生异常相关改变的急性髓系白血病
9896/3|Acute myeloid leukemia, t(8;21)(q22;q22)
9897/3|Acute myeloid leukemia, 11q23 abnormalities
9898/1|Transient abnormal myelopoiesis
9898/3|Myeloid leukemia associated with Down Syndrome
9910/3|Acute megakaryoblastic leukemia|急性巨核细胞白血病
9911/3|Acute myeloid leukemia (megakaryoblastic) with t(1;22)(p13;q13); RBM15-MKL1
9920/3|Therapy related myeloid neoplasm|治疗相关性髓系肿瘤
9930/3|Myeloid sarcoma|髓系肉瘤
9931/3|Acute panmyelosis with myelofibrosis||C42.1
9940/3|Hairy cell leukemia|毛细胞白血病|C42.1
9945/3|Chronic myelomonocytic leukemia, NOS|慢性粒单核细胞白血病
9946/3|Juvenile myelomonocytic leukemia|幼年型粒单核细胞白血病
9948/3|Aggressive NK-cell leukemia
9950/3|Polycythemia vera|真性红细胞增多症
9960/3|Myeloproliferative neoplasm, NOS|骨髓增殖性肿瘤
9961/3|Primary myelofibrosis|原发性骨髓纤维化
9962/3|Essential thrombocythemia|原发性血小板增多症
9963/3|Chronic neutrophilic leukemia
9964/3|Chronic eosinophilic leukemia, NOS|慢性嗜酸性粒细胞白血病
9965/3|Myeloid and lymphoid neoplasms with PDGFRA rearrangement
9966/3|Myeloid neoplasms with PDGFRB rearrangement
9967/3|Myeloid and lymphoid neoplasms with FGFR1 abnormalities
9970/1|Lymphoproliferative disorder, NOS
9971/1|Post transplant lymphoproliferative disorder, NOS
9971/3|Polymorphic post transplant lymphoproliferative disorder
9975/3|Myeloproliferative neoplasm, unclassifiable
9980/3|Refractory anemia|难治性贫血
9982/3|Refractory anemia with sideroblasts|难治性贫血伴环形铁粒幼细胞
9983/3|Refractory anemia with excess blasts|难治性贫血伴原始细胞增多
9984/3|Refractory anemia with excess blasts in transformation
9985/3|Refractory cytopenia with multilineage dysplasia|难治性血细胞减少伴多系发育异常
9986/3|Myelodysplastic syndrome with 5q deletion (5q-) syndrome|骨髓增生异常综合征伴5q缺失
9987/3|Therapy-related myelodysplastic syndrome, NOS|治疗相关性骨髓增生异常综合征
9989/3|Myelodysplastic syndrome, NOS|骨髓增生异常综合征
9991/3|Refractory neutropenia
9992/3|Refractory thrombocytopenia
`;
