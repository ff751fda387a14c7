import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLiterature } from './read-file.ts';

const citation = (inside: string, data = '') => `<PubmedArticle><MedlineCitation Status="MEDLINE">
${inside}</MedlineCitation><PubmedData>${data}</PubmedData></PubmedArticle>`;
const setOf = (...articles: string[]) => `<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">
<PubmedArticleSet>${articles.join('\n')}</PubmedArticleSet>`;

/** As E-utilities write it: parts of the abstract are named, references and comments have identifiers of their own. */
const ipass = citation(
  `<PMID Version="1">19692680</PMID>
  <Article PubModel="Print-Electronic">
    <Journal><JournalIssue CitedMedium="Internet"><PubDate><Year>2009</Year><Month>Sep</Month></PubDate></JournalIssue>
      <Title>The New England journal of medicine</Title><ISOAbbreviation>N Engl J Med</ISOAbbreviation></Journal>
    <ArticleTitle>Gefitinib or <i>carboplatin</i>&#8211;paclitaxel in pulmonary
      adenocarcinoma.</ArticleTitle>
    <ELocationID EIdType="pii" ValidYN="Y">361/10/947</ELocationID>
    <ELocationID EIdType="doi" ValidYN="Y">10.1056/NEJMoa0810699</ELocationID>
    <Abstract><AbstractText Label="BACKGROUND">Some words (P &lt; 0.001).</AbstractText>
      <AbstractText Label="METHODS">CO<sub>2</sub> and others.</AbstractText></Abstract>
    <AuthorList CompleteYN="Y">
      <Author ValidYN="Y"><LastName>Mok</LastName><ForeName>Tony S</ForeName><Initials>TS</Initials></Author>
      <Author ValidYN="Y"><LastName>Doe</LastName><Initials>J</Initials><Suffix>Jr</Suffix></Author>
      <Author ValidYN="Y"><CollectiveName>IPASS Group</CollectiveName></Author>
    </AuthorList>
    <ArticleDate DateType="Electronic"><Year>2008</Year></ArticleDate>
  </Article>
  <MedlineJournalInfo><MedlineTA>N Engl J Med</MedlineTA></MedlineJournalInfo>
  <CommentsCorrectionsList><CommentsCorrections RefType="CommentIn"><PMID>20558900</PMID></CommentsCorrections></CommentsCorrectionsList>
  <MeshHeadingList><MeshHeading><DescriptorName MajorTopicYN="N">Lung Neoplasms</DescriptorName>
    <QualifierName MajorTopicYN="Y">drug therapy</QualifierName><QualifierName>genetics</QualifierName></MeshHeading></MeshHeadingList>
  <KeywordList Owner="NOTNLM"><Keyword>EGFR</Keyword></KeywordList>`,
  `<ArticleIdList><ArticleId IdType="pubmed">19692680</ArticleId></ArticleIdList>
  <ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.1000/other</ArticleId></ArticleIdList></Reference></ReferenceList>`,
);

test('an article: what its references and comments say of themselves is not of it', () => {
  const { articles, problems } = readLiterature(setOf(ipass), null);
  expect(problems).toEqual([]);
  expect(articles).toEqual([
    {
      pmid: '19692680',
      doi: '10.1056/nejmoa0810699',
      title: 'Gefitinib or carboplatin–paclitaxel in pulmonary adenocarcinoma',
      authors: ['Mok TS', 'Doe J Jr', 'IPASS Group'],
      journal: 'The New England journal of medicine',
      year: 2009,
      abstract: 'BACKGROUND: Some words (P < 0.001). METHODS: CO2 and others.',
      keywords: ['Lung Neoplasms/drug therapy/genetics', 'EGFR'],
    },
  ]);
});

test('an article without an English title has its own; without a dated issue, its electronic date', () => {
  const [article] = readLiterature(
    setOf(
      citation(`<PMID>1</PMID><Article><ArticleTitle>[Not Available].</ArticleTitle>
        <VernacularTitle>奥希替尼一线治疗的真实世界研究。</VernacularTitle>
        <ArticleDate><Year>2021</Year></ArticleDate></Article>`),
    ),
    null,
  ).articles;
  expect(article).toMatchObject({ title: '奥希替尼一线治疗的真实世界研究。', year: 2021 });
});

test('a book, and MEDLINE’s own distribution', () => {
  const book = `<PubmedBookArticle><BookDocument><PMID>20301575</PMID>
    <ArticleIdList><ArticleId IdType="bookaccession">NBK1311</ArticleId></ArticleIdList>
    <Book><BookTitle book="gene">GeneReviews</BookTitle><PubDate><Year>1993</Year></PubDate></Book>
    <ArticleTitle>Hereditary breast cancer</ArticleTitle></BookDocument></PubmedBookArticle>`;
  expect(readLiterature(setOf(book), null).articles).toMatchObject([
    { pmid: '20301575', title: 'Hereditary breast cancer', year: 1993 },
  ]);
  const medline = `<MedlineCitationSet><MedlineCitation><PMID>2</PMID><Article><Journal><JournalIssue><PubDate>
    <MedlineDate>1998 Dec-1999 Jan</MedlineDate></PubDate></JournalIssue></Journal><ArticleTitle>Two</ArticleTitle></Article>
    </MedlineCitation></MedlineCitationSet>`;
  expect(readLiterature(medline, null).articles).toMatchObject([{ pmid: '2', year: 1998 }]);
});

test('what stands twice is read once; a record without a title is named with its line', () => {
  const file = setOf(ipass, ipass, citation('<PMID>3</PMID>'));
  const lineOf = (at: number): number => file.slice(0, at).split('\n').length;
  const { articles, problems } = readLiterature(file, null);
  expect(articles).toHaveLength(1);
  expect(problems).toEqual([
    {
      line: lineOf(file.lastIndexOf('<PMID Version')),
      message: expect.stringContaining('stands at line 4'),
    },
    { line: lineOf(file.indexOf('<PMID>3')), message: expect.stringContaining('<ArticleTitle>') },
  ]);
});

test('a file that breaks off is read up to its fault, which is named', () => {
  const whole = setOf(ipass, citation('<PMID>4</PMID><Article><ArticleTitle>Lost'));
  const { articles, problems } = readLiterature(
    whole.slice(0, whole.indexOf('Lost') + 2),
    'PUBMED_XML',
  );
  expect(articles.map(({ pmid }) => pmid)).toEqual(['19692680']);
  expect(problems).toMatchObject([{ message: expect.stringContaining('not well-formed') }]);
});

test('entities of the file’s own are not expanded, and depth costs no more than length', () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><PubmedArticleSet>${citation(
    '<PMID>5</PMID><Article><ArticleTitle>&b;</ArticleTitle></Article>',
  )}</PubmedArticleSet>`;
  expect(readLiterature(bomb, null)).toMatchObject({ articles: [], problems: [{ line: 2 }] });
  const deep = setOf(citation(`<PMID>6</PMID>${'<a>'.repeat(300_000)}`));
  expect(readLiterature(deep, null).articles).toEqual([]);
});

const shared = join(
  process.env.NODP_SHARED ?? join(import.meta.dirname, '../../../../../../shared'),
  'network/literature/pubmed2.xml',
);
test.skipIf(!existsSync(shared))('a set that PubMed wrote in 2008', () => {
  const { articles, problems } = readLiterature(readFileSync(shared, 'utf8'), null);
  expect(problems).toEqual([]);
  expect(articles.map(({ pmid, year, authors }) => [pmid, year, authors[0]])).toEqual([
    ['11748933', 2001, 'Taddei AR'],
    ['11700088', 2001, 'Casieri C'],
  ]);
});
