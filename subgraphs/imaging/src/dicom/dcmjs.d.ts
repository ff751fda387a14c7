declare module 'dcmjs' {
  interface DictionaryEntry {
    readonly tag: string;
    readonly vr: string;
    readonly name: string;
  }
  const dcmjs: {
    readonly data: {
      readonly DicomMetaDictionary: {
        readonly nameMap: Readonly<Record<string, DictionaryEntry>>;
      };
    };
  };
  export default dcmjs;
}
