/**
 * When drugs were first approved in China for any use, by the nation's key of the drug: the National Medical Products
 * Administration's announcements (until 2018 those of its predecessors, CFDA and SFDA). Every date is *known*: written
 * down from knowledge of the announcements and not read again; where only a month was sure, its last day stands.
 */
const APPROVED = `
L01BC07 2017-04-30 azacitidine
L01BC59 2019-08-29 trifluridine and tipiracil
L01EB04 2017-03-22 osimertinib
almonertinib 2020-03-18
L01EC02 2019-12-18 dabrafenib
L01EE01 2019-12-18 trametinib
L01ED03 2018-08-15 alectinib
L01ED05 2022-04-29 lorlatinib
L01EF01 2018-07-31 palbociclib
L01EF03 2020-12-29 abemaciclib
dalpiciclib 2021-12-31
pyrotinib 2018-08-12
L01EJ01 2017-03-10 ruxolitinib
L01EK01 2015-04-29 axitinib
L01EK04 2018-09-04 fruquintinib
L01EL01 2017-08-24 ibrutinib
L01EL03 2020-06-02 zanubrutinib
L01EX03 2017-02-21 pazopanib
L01EX05 2017-03-24 regorafenib
L01EX08 2018-09-04 lenvatinib
anlotinib 2018-05-08
L01FC01 2019-07-04 daratumumab
L01FD02 2018-12-17 pertuzumab
L01FD03 2020-01-21 trastuzumab emtansine
L01FD04 2023-02-21 trastuzumab deruxtecan
L01FF01 2018-06-15 nivolumab
L01FF02 2018-07-20 pembrolizumab
L01FF03 2019-12-06 durvalumab
L01FF05 2020-02-11 atezolizumab
L01FF09 2019-12-26 tislelizumab
toripalimab 2018-12-17
sintilimab 2018-12-24
camrelizumab 2019-05-29
L01FG02 2022-03-16 ramucirumab
L01FX07 2020-12-02 blinatumomab
L01XK01 2018-08-22 olaparib
L01XK02 2019-12-27 niraparib
L01XX41 2019-07-12 eribulin
L01XX52 2020-12-02 venetoclax
L02BB04 2019-11-18 enzalutamide
L02BX03 2015-05-31 abiraterone
L04AX06 2020-11-30 pomalidomide
`;

/** Approved before the nation's first diagnosis (December 2014), apatinib last of them (17 October 2014); known likewise. */
const BEFORE = `
H02AB02 H02AB07 L01AA01 L01AA02 L01AA06 L01AX03 L01AX04 L01BA01 L01BA04 L01BC01 L01BC02 L01BC05 L01BC06 L01BC08 L01BC53
L01CA02 L01CA04 L01CB01 L01CD01 L01CD02 L01CE01 L01CE02 L01DA01 L01DB01 L01DB02 L01DB03 L01DB06 L01DB08 L01DC01
L01EA01 L01EA02 L01EA03 L01EB01 L01EB02 icotinib L01ED01 L01EG02 L01EX01 L01EX02 apatinib L01FA01 L01FD01 L01FE01
L01FG01 L01XA01 L01XA02 L01XA03 L01XF01 L01XG01 L01XX02 L01XX05 L01XX27 L02AB01 L02AE02 L02AE03 L02BA01 L02BA03
L02BB03 L02BG03 L02BG04 L02BG06 L03AB05 L04AX02 L04AX04 V03AF03
`;

/** Days of first approval, YYYY-MM-DD, by the nation's key of the drug; null: before every diagnosis of the nation. */
export const approvals: ReadonlyMap<string, string | null> = new Map([
  ...BEFORE.trim()
    .split(/\s+/)
    .map((key) => [key, null] as const),
  ...APPROVED.trim()
    .split('\n')
    .map((line) => {
      const [key = '', day = ''] = line.split(' ');
      return [key, day] as const;
    }),
]);
