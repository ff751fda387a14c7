/**
 * Antineoplastic and endocrine drugs, and the few drugs given with them: `ATC|class|RxNorm ingredient|English|Chinese|other names`.
 * Sources: WHO Collaborating Centre for Drug Statistics Methodology, ATC index (groups L01, L02; L03, L04, V03, H02 where
 * part of a regimen); RxNorm (US National Library of Medicine), ingredient codes where sure, else empty; Chinese
 * approved drug names (中国药品通用名称, National Medical Products Administration).
 */
export const DRUG_ROWS = `
L01AA01|alkylating|3002|cyclophosphamide|环磷酰胺|ctx,cytoxan
L01AA02|alkylating|2346|chlorambucil|苯丁酸氮芥|
L01AA03|alkylating|6718|melphalan|美法仑|马法兰
L01AA06|alkylating|5657|ifosfamide|异环磷酰胺|ifo
L01AA09|alkylating|134547|bendamustine|苯达莫司汀|
L01AB01|alkylating|1828|busulfan|白消安|
L01AD01|alkylating|2105|carmustine|卡莫司汀|bcnu
L01AD02|alkylating|6466|lomustine|洛莫司汀|ccnu
L01AX03|alkylating|37776|temozolomide|替莫唑胺|tmz,temodar
L01AX04|alkylating|3098|dacarbazine|达卡巴嗪|dtic
L01BA01|antimetabolite|6851|methotrexate|甲氨蝶呤|mtx
L01BA03|antimetabolite||raltitrexed|雷替曲塞|
L01BA04|antimetabolite|68446|pemetrexed|培美曲塞|alimta,力比泰
L01BB02|antimetabolite|103|mercaptopurine|巯嘌呤|6-mp
L01BB05|antimetabolite|24698|fludarabine|氟达拉滨|
L01BC01|antimetabolite|3041|cytarabine|阿糖胞苷|ara-c
L01BC02|antimetabolite|4492|fluorouracil|氟尿嘧啶|5-fu,5-fluorouracil,5fu
L01BC03|antimetabolite||tegafur|替加氟|
L01BC05|antimetabolite|12574|gemcitabine|吉西他滨|gem,gemzar,健择
L01BC06|antimetabolite|194000|capecitabine|卡培他滨|cape,xeloda,希罗达
L01BC07|antimetabolite|1251|azacitidine|阿扎胞苷|
L01BC08|antimetabolite|15657|decitabine|地西他滨|
L01BC53|antimetabolite||tegafur, gimeracil and oteracil|替吉奥|s-1,s1
L01BC59|antimetabolite||trifluridine and tipiracil|曲氟尿苷替匹嘧啶|tas-102
L01BC|antimetabolite||tegafur and uracil|替加氟尿嘧啶|uft,优福定
L01CA01|plant alkaloid|11198|vinblastine|长春碱|
L01CA02|plant alkaloid|11202|vincristine|长春新碱|vcr,oncovin
L01CA03|plant alkaloid||vindesine|长春地辛|
L01CA04|plant alkaloid|39541|vinorelbine|长春瑞滨|nvb,navelbine
L01CB01|plant alkaloid|4179|etoposide|依托泊苷|vp-16,vp16
L01CD01|taxane|56946|paclitaxel|紫杉醇|ptx,taxol,紫杉醇脂质体
L01CD01|taxane||nab-paclitaxel|白蛋白结合型紫杉醇|abraxane,albumin-bound paclitaxel,paclitaxel albumin-bound,paclitaxel protein-bound,紫杉醇(白蛋白结合型),白蛋白紫杉醇,白紫
L01CD02|taxane|72962|docetaxel|多西他赛|txt,taxotere,多西紫杉醇,泰素帝
L01CD04|taxane||cabazitaxel|卡巴他赛|
L01CE01|topoisomerase inhibitor|57308|topotecan|拓扑替康|
L01CE02|topoisomerase inhibitor|51499|irinotecan|伊立替康|cpt-11
L01CE|topoisomerase inhibitor||hydroxycamptothecin|羟喜树碱|hcpt
L01DA01|antibiotic||dactinomycin|放线菌素D|actinomycin d
L01DB01|anthracycline|3639|doxorubicin|多柔比星|adriamycin,adm,阿霉素,多柔比星脂质体,liposomal doxorubicin
L01DB02|anthracycline|3109|daunorubicin|柔红霉素|dnr
L01DB03|anthracycline|3995|epirubicin|表柔比星|epi,表阿霉素
L01DB04|anthracycline||aclarubicin|阿柔比星|
L01DB06|anthracycline|5650|idarubicin|伊达比星|ida,去甲氧柔红霉素
L01DB07|anthracycline|7005|mitoxantrone|米托蒽醌|
L01DB08|anthracycline||pirarubicin|吡柔比星|thp
L01DC01|antibiotic|1622|bleomycin|博来霉素|
L01DC03|antibiotic|632|mitomycin|丝裂霉素|mmc,mitomycin c
L01XA01|platinum|2555|cisplatin|顺铂|ddp,cddp
L01XA02|platinum|40048|carboplatin|卡铂|cbp
L01XA03|platinum|32592|oxaliplatin|奥沙利铂|l-ohp,oxa,乐沙定
L01XA|platinum||nedaplatin|奈达铂|
L01XA|platinum||lobaplatin|洛铂|
L01XB01|other cytotoxic|8702|procarbazine|丙卡巴肼|
L01XX05|other cytotoxic|5552|hydroxycarbamide|羟基脲|hydroxyurea
L01XX02|other cytotoxic|1156|asparaginase|门冬酰胺酶|l-asp
L01XX24|other cytotoxic|34132|pegaspargase|培门冬酶|
L01XX27|other cytotoxic|18330|arsenic trioxide|三氧化二砷|ato,砒霜,亚砷酸
L01XX41|other cytotoxic|1045453|eribulin|艾立布林|
L01XX52|targeted|1747556|venetoclax|维奈克拉|
L01XF01|differentiating|10753|tretinoin|维A酸|atra,全反式维甲酸,维甲酸
L01EA01|targeted|282388|imatinib|伊马替尼|gleevec,格列卫
L01EA02|targeted|475342|dasatinib|达沙替尼|
L01EA03|targeted|662281|nilotinib|尼洛替尼|达希纳
L01EA06|targeted||asciminib|阿思尼布|
L01EA|targeted||flumatinib|氟马替尼|
L01EA|targeted||olverembatinib|奥雷巴替尼|
L01EB01|targeted|328134|gefitinib|吉非替尼|iressa,易瑞沙
L01EB02|targeted|337525|erlotinib|厄洛替尼|tarceva,特罗凯
L01EB03|targeted|1430438|afatinib|阿法替尼|
L01EB04|targeted|1721560|osimertinib|奥希替尼|tagrisso,泰瑞沙
L01EB07|targeted|2058849|dacomitinib|达可替尼|
L01EB08|targeted||icotinib|埃克替尼|凯美纳
L01EB|targeted||almonertinib|阿美替尼|aumolertinib,阿美乐
L01EB|targeted||furmonertinib|伏美替尼|firmonertinib,艾弗沙
L01EB|targeted||befotertinib|贝福替尼|
L01EB|targeted||sunvozertinib|舒沃替尼|
L01EB|targeted||rezivertinib|瑞齐替尼|
L01EB|targeted||limertinib|利厄替尼|
L01EC01|targeted|1147220|vemurafenib|维莫非尼|
L01EC02|targeted|1424911|dabrafenib|达拉非尼|
L01EE01|targeted|1425099|trametinib|曲美替尼|
L01EE|targeted||tunlametinib|妥拉美替尼|
L01ED01|targeted|1148495|crizotinib|克唑替尼|赛可瑞
L01ED02|targeted|1535457|ceritinib|塞瑞替尼|
L01ED03|targeted|1727455|alectinib|阿来替尼|安圣莎
L01ED04|targeted|1921217|brigatinib|布格替尼|
L01ED05|targeted|2103164|lorlatinib|洛拉替尼|
L01ED|targeted||ensartinib|恩沙替尼|贝美纳
L01ED|targeted||iruplinalkib|伊鲁阿克|
L01ED|targeted||envonalkib|依奉阿克|
L01EF01|targeted|1601374|palbociclib|哌柏西利|爱博新
L01EF02|targeted|1873916|ribociclib|瑞波西利|
L01EF03|targeted|1946825|abemaciclib|阿贝西利|
L01EF|targeted||dalpiciclib|达尔西利|艾瑞康
L01EF|targeted||lerociclib|来罗西利|
L01EF|targeted||birociclib|吡洛西利|
L01EG02|targeted|141704|everolimus|依维莫司|
L01EH01|targeted|480167|lapatinib|拉帕替尼|
L01EH02|targeted|1940643|neratinib|奈拉替尼|
L01EH03|targeted|2361285|tucatinib|图卡替尼|
L01EH|targeted||pyrotinib|吡咯替尼|艾瑞妮
L01EJ01|targeted|1193326|ruxolitinib|芦可替尼|捷恪卫
L01EK01|targeted|1242999|axitinib|阿昔替尼|
L01EK04|targeted||fruquintinib|呋喹替尼|爱优特
L01EL01|targeted|1442981|ibrutinib|伊布替尼|
L01EL02|targeted|1986808|acalabrutinib|阿可替尼|
L01EL03|targeted||zanubrutinib|泽布替尼|百悦泽
L01EL|targeted||orelabrutinib|奥布替尼|宜诺凯
L01EX01|targeted|357977|sunitinib|舒尼替尼|
L01EX02|targeted|495881|sorafenib|索拉非尼|nexavar,多吉美
L01EX03|targeted|714438|pazopanib|培唑帕尼|
L01EX05|targeted|1312397|regorafenib|瑞戈非尼|拜万戈
L01EX07|targeted|1363268|cabozantinib|卡博替尼|
L01EX08|targeted|1603296|lenvatinib|仑伐替尼|乐卫玛
L01EX09|targeted||nintedanib|尼达尼布|
L01EX|targeted||apatinib|阿帕替尼|rivoceranib,艾坦
L01EX|targeted||anlotinib|安罗替尼|福可维
L01EX|targeted||donafenib|多纳非尼|泽普生
L01EX|targeted||surufatinib|索凡替尼|sulfatinib,苏泰达
L01EX|targeted||savolitinib|赛沃替尼|沃瑞沙
L01EX22|targeted||selpercatinib|塞普替尼|
L01EX23|targeted||pralsetinib|普拉替尼|
L01EX12|targeted||larotrectinib|拉罗替尼|
L01EX14|targeted||entrectinib|恩曲替尼|
L01EX13|targeted||gilteritinib|吉瑞替尼|
L01EX17|targeted||capmatinib|卡马替尼|
L01EX18|targeted||avapritinib|阿伐替尼|
L01EX19|targeted||ripretinib|瑞派替尼|
L01EX21|targeted||tepotinib|特泊替尼|
L01EX|targeted||glumetinib|谷美替尼|gumarontinib
L01EX|targeted||vebreltinib|伯瑞替尼|
L01EX|targeted||unecritinib|安奈克替尼|
L01EX|targeted||taletrectinib|他雷替尼|
L01EM03|targeted||alpelisib|阿培利司|
L01EM04|targeted||duvelisib|度维利塞|
L01EM|targeted||linperlisib|林普利塞|
L01EN01|targeted||erdafitinib|厄达替尼|
L01EN02|targeted||pemigatinib|佩米替尼|
L01FA01|monoclonal antibody|121191|rituximab|利妥昔单抗|mabthera,rituxan,美罗华
L01FA03|monoclonal antibody||obinutuzumab|奥妥珠单抗|阿妥珠单抗
L01FA|monoclonal antibody||zuberitamab|泽贝妥单抗|
L01FA|monoclonal antibody||ripertamab|瑞帕妥单抗|
L01FC01|monoclonal antibody|1721947|daratumumab|达雷妥尤单抗|达雷木单抗
L01FD01|monoclonal antibody|224905|trastuzumab|曲妥珠单抗|herceptin,赫赛汀,汉曲优
L01FD02|monoclonal antibody|1298944|pertuzumab|帕妥珠单抗|帕捷特
L01FD03|antibody-drug conjugate|1371041|trastuzumab emtansine|恩美曲妥珠单抗|t-dm1,ado-trastuzumab emtansine,赫赛莱
L01FD04|antibody-drug conjugate|2267582|trastuzumab deruxtecan|德曲妥珠单抗|t-dxd,ds-8201,fam-trastuzumab deruxtecan,优赫得
L01FD|monoclonal antibody||inetetamab|伊尼妥单抗|赛普汀
L01FD|antibody-drug conjugate||disitamab vedotin|维迪西妥单抗|rc48,爱地希
L01FD|antibody-drug conjugate||trastuzumab rezetecan|瑞康曲妥珠单抗|shr-a1811
L01FD|antibody-drug conjugate||trastuzumab botidotin|博度曲妥珠单抗|
L01FX17|antibody-drug conjugate|2360232|sacituzumab govitecan|戈沙妥珠单抗|
L01FX05|antibody-drug conjugate|1147320|brentuximab vedotin|维布妥昔单抗|
L01FX14|antibody-drug conjugate||polatuzumab vedotin|维泊妥珠单抗|
L01FX07|bispecific antibody|1597258|blinatumomab|贝林妥欧单抗|
L01FE01|monoclonal antibody|318341|cetuximab|西妥昔单抗|erbitux,爱必妥
L01FE02|monoclonal antibody|263034|panitumumab|帕尼单抗|
L01FE|monoclonal antibody||nimotuzumab|尼妥珠单抗|泰欣生
L01FF01|immune checkpoint inhibitor|1597876|nivolumab|纳武利尤单抗|opdivo,o药,欧狄沃
L01FF02|immune checkpoint inhibitor|1547545|pembrolizumab|帕博利珠单抗|keytruda,k药,可瑞达
L01FF03|immune checkpoint inhibitor|1919503|durvalumab|度伐利尤单抗|imfinzi,英飞凡
L01FF04|immune checkpoint inhibitor|1875534|avelumab|阿维鲁单抗|
L01FF05|immune checkpoint inhibitor|1792776|atezolizumab|阿替利珠单抗|tecentriq,泰圣奇
L01FF09|immune checkpoint inhibitor||tislelizumab|替雷利珠单抗|百泽安
L01FF|immune checkpoint inhibitor||camrelizumab|卡瑞利珠单抗|艾瑞卡
L01FF|immune checkpoint inhibitor||sintilimab|信迪利单抗|达伯舒
L01FF|immune checkpoint inhibitor||toripalimab|特瑞普利单抗|拓益
L01FF|immune checkpoint inhibitor||penpulimab|派安普利单抗|安尼可
L01FF|immune checkpoint inhibitor||zimberelimab|赛帕利单抗|誉妥
L01FF|immune checkpoint inhibitor||serplulimab|斯鲁利单抗|汉斯状
L01FF|immune checkpoint inhibitor||sugemalimab|舒格利单抗|择捷美
L01FF|immune checkpoint inhibitor||envafolimab|恩沃利单抗|恩维达
L01FF|immune checkpoint inhibitor||adebrelimab|阿得贝利单抗|艾瑞利
L01FF|immune checkpoint inhibitor||benmelstobart|贝莫苏拜单抗|
L01FF|immune checkpoint inhibitor||socazolimab|索卡佐利单抗|
L01FF|immune checkpoint inhibitor||pucotenlimab|普特利单抗|
L01FF|immune checkpoint inhibitor||finotonlimab|菲诺利单抗|
L01FF|immune checkpoint inhibitor||tagitanlimab|塔戈利单抗|
L01FF|immune checkpoint inhibitor||enlonstobart|恩朗苏拜单抗|
L01FX|immune checkpoint inhibitor||cadonilimab|卡度尼利单抗|开坦尼
L01FX|immune checkpoint inhibitor||ivonescimab|依沃西单抗|依达方
L01FX04|immune checkpoint inhibitor|1094833|ipilimumab|伊匹木单抗|
L01FG01|monoclonal antibody|253337|bevacizumab|贝伐珠单抗|avastin,安维汀
L01FG02|monoclonal antibody|1535922|ramucirumab|雷莫西尤单抗|雷莫芦单抗
L01FG|monoclonal antibody||suvemcitug|苏维西塔单抗|
L01FX|monoclonal antibody||zolbetuximab|佐妥昔单抗|
L01FX13|antibody-drug conjugate||enfortumab vedotin|维恩妥尤单抗|
L01FX18|bispecific antibody||amivantamab|埃万妥单抗|
L01FX20|immune checkpoint inhibitor||tremelimumab|替西木单抗|
L01FX|antibody-drug conjugate||sacituzumab tirumotecan|芦康沙妥珠单抗|skb264
L01FX|antibody-drug conjugate||datopotamab deruxtecan|德达博妥单抗|dato-dxd
L01FX|bispecific antibody||glofitamab|格菲妥单抗|
L01FX|bispecific antibody||tarlatamab|塔拉妥单抗|
L01FX|bispecific antibody||zanidatamab|泽尼达妥单抗|
L01FB01|antibody-drug conjugate||inotuzumab ozogamicin|奥加伊妥珠单抗|
L01XK01|targeted|1597582|olaparib|奥拉帕利|lynparza,利普卓
L01XK02|targeted|1918231|niraparib|尼拉帕利|
L01XK03|targeted|1862579|rucaparib|芦卡帕利|
L01XK|targeted||fuzuloparib|氟唑帕利|艾瑞颐
L01XK|targeted||pamiparib|帕米帕利|百汇泽
L01XK|targeted||senaparib|塞纳帕利|
L01XG01|targeted|358258|bortezomib|硼替佐米|velcade,万珂
L01XG02|targeted|1302966|carfilzomib|卡非佐米|
L01XG03|targeted|1723735|ixazomib|伊沙佐米|
L01XH|targeted||chidamide|西达本胺|tucidinostat,爱谱沙
L01XX|other||recombinant human endostatin|重组人血管内皮抑制素|endostar,恩度
L01XX40|other cytotoxic||omacetaxine|高三尖杉酯碱|homoharringtonine
L01XX66|targeted||selinexor|塞利尼索|
L01XX73|targeted||sotorasib|索托拉西布|
L01XX77|targeted||adagrasib|阿达格拉西布|
L01XX|targeted||fulzerasib|氟泽雷塞|
L01XX|targeted||garsorasib|格索雷塞|
L01XX|targeted||glecirasib|戈来雷塞|
L01XX|other cytotoxic||utidelone|优替德隆|
L01XL03|other||axicabtagene ciloleucel|阿基仑赛|
L01XL05|other||ciltacabtagene autoleucel|西达基奥仑赛|
L01XL|other||relmacabtagene autoleucel|瑞基奥仑赛|
L01XL|other||equecabtagene autoleucel|伊基奥仑赛|
L01XL|other||zevorcabtagene autoleucel|泽沃基奥仑赛|
L01XL|other||inaticabtagene autoleucel|纳基奥仑赛|
L02AE02|endocrine|42375|leuprorelin|亮丙瑞林|leuprolide,leuprolide acetate,抑那通
L02AE03|endocrine|50610|goserelin|戈舍瑞林|zoladex,诺雷得
L02AE04|endocrine|38782|triptorelin|曲普瑞林|达菲林
L02AB01|endocrine|6703|megestrol|甲地孕酮|
L02AB02|endocrine|6691|medroxyprogesterone|甲羟孕酮|
L02BA01|endocrine|10324|tamoxifen|他莫昔芬|tam
L02BA02|endocrine|38409|toremifene|托瑞米芬|
L02BA03|endocrine|282357|fulvestrant|氟维司群|芙仕得
L02BB01|endocrine|4508|flutamide|氟他胺|
L02BB03|endocrine|83008|bicalutamide|比卡鲁胺|casodex
L02BB04|endocrine|1307298|enzalutamide|恩扎卢胺|安可坦
L02BB05|endocrine|1999574|apalutamide|阿帕他胺|安森珂
L02BB06|endocrine|2180325|darolutamide|达罗他胺|
L02BB|endocrine||rezvilutamide|瑞维鲁胺|艾瑞恩
L02BG03|endocrine|84857|anastrozole|阿那曲唑|arimidex
L02BG04|endocrine|72965|letrozole|来曲唑|femara
L02BG06|endocrine|258494|exemestane|依西美坦|aromasin
L02BX02|endocrine|475230|degarelix|地加瑞克|
L02BX03|endocrine|1100072|abiraterone|阿比特龙|zytiga
L03AB|immunomodulator||interferon alfa|干扰素α|
L04AX02|immunomodulator|10432|thalidomide|沙利度胺|
L04AX04|immunomodulator|342369|lenalidomide|来那度胺|revlimid,瑞复美
L04AX06|immunomodulator|1369713|pomalidomide|泊马度胺|
V03AF03|supportive|6313|calcium folinate|亚叶酸钙|leucovorin,lv,folinic acid
V03AF04|supportive||calcium levofolinate|左亚叶酸钙|levoleucovorin
V03AF01|supportive|44|mesna|美司钠|
H02AB02|corticosteroid|3264|dexamethasone|地塞米松|dxm
H02AB06|corticosteroid|8638|prednisolone|泼尼松龙|
H02AB07|corticosteroid|8640|prednisone|泼尼松|pred,强的松
`;
