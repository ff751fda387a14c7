export const thumbnailAddress = (study: string, series: string): string =>
  `/dicom-web/studies/${study}/series/${series}/thumbnail?accept=image/png`;
