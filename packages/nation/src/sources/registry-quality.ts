/**
 * Share of cases known from a death certificate only, all sites, Chinese registries 2017. Source: National Cancer Center,
 * China Cancer Registry Annual Report 2020, quality of data by cancer (MV%, DCO%, M:I), all registries.
 */
export const PUBLISHED_DCO = 0.0153;
