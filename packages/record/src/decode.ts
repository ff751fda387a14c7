/** GBK and GB2312 are parts of GB 18030 (GB 18030-2022). */
const CHINESE = /^(gb[-_]?18030|gbk|gb[-_]?2312|cp936|x-gbk)$/i;

/** The text of the content; null where its bytes are none in the charset, so that nothing broken is stored. */
export const decode = (content: Uint8Array, charset = 'utf-8'): string | null => {
  const label = CHINESE.test(charset) ? 'gb18030' : charset;
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(content);
    return text.includes('\uFFFD') && label === 'gb18030' ? null : text;
  } catch {
    return null;
  }
};
