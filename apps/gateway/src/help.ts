/** What `npm start -- --help` says: options and settings of the platform. */
export const help = `National Oncology Data Platform

  npm start                      start the platform on one port
  npm start -- [options]

Options
  --empty                        start without demonstration data
  --patients N                   how many demonstration patients to make the first time (default 20000)
  --distributed                  the six subgraphs as processes of their own, behind supergraph.yaml's routing URLs
  --help                         this text

Environment
  PORT                           port to serve on (default 4000)
  HOST                           address to serve on (default 127.0.0.1; 0.0.0.0 for every interface)
  NODP_HOME                      folder that holds the data (default .nodp)
  DATABASE_URL                   the operator's PostgreSQL (15 or newer) as the role that owns the tables;
                                 without it an embedded PostgreSQL 18 keeps the data in NODP_HOME
  APPLICATION_DATABASE_URL       the same database as a login that may only \`set role nodp_app\` or is nodp_app itself;
                                 needed with DATABASE_URL in earnest, else the owner's login takes the role nodp_app
  PUBLIC_URL                     address people use, e.g. https://nodp.example.org (cookies become Secure)
  NODP_PROXIES                   how many proxies of yours are in front (default 0): their X-Forwarded-For is believed
  NODP_IDENTITY_KEY              32 bytes in base64: the key of direct identifiers (default: a file in NODP_HOME)
  NODP_GATEWAY_SECRET            shared by gateway and subgraphs when they run apart
  NODP_SUBGRAPH_URL              where the subgraphs run that you start yourself, one or several of each behind a balancer of
                                 yours: http://{name}.internal:4100/graphql ({name} is patients, imaging …)
  NODP_SUBGRAPH_CA               PEM file of the authority that signed the subgraphs' certificates, where their routing URLs
                                 are https:// ; with --distributed also
  NODP_SUBGRAPH_CERTIFICATE, NODP_SUBGRAPH_CERTIFICATE_KEY
                                 PEM files that the subgraphs serve TLS with
  NODP_RELEASE_ENGINE            duckdb over a release's files (default), or postgres: releases are loaded into the
                                 schema warehouse of the same PostgreSQL (or Citus) as well, and asked there
  NODP_RELEASE_CLOSING           last day to which follow-up is complete, YYYY-MM-DD: survival of a release is censored on it
                                 (default the day of its build)
  NODP_INTROSPECTION=on          let clients read the schema by introspection
  NODP_BEACON                    GA4GH Beacon v2 at /beacon, protected booleans and counts of the newest release: public, clients
                                 (programs that institutions let in), or off (default)
  NODP_CATALOGUE=public          a page of releases, data sets and completed projects at /catalogue, without sign-in
  NODP_MAP                       GeoJSON of the province map, in place of the one that comes with the platform: the 34
                                 divisions with their GB/T 2260 codes as “adcode”; drawn into the web app at start
  NODP_LOG_LEVEL                 trace, debug, info, warn, error, fatal, silent (default info)
  NODP_OIDC_ISSUER, NODP_OIDC_CLIENT_ID, NODP_OIDC_CLIENT_SECRET, NODP_OIDC_LABEL
                                 sign-in by OpenID Connect (authorization code with PKCE)
  NODP_JWT_ISSUER, NODP_JWKS_URL, NODP_JWT_AUDIENCE
                                 bearer tokens of machines
  NODP_INTAKE_THREADS            threads that read, check and write what is sent (default 1)
  NODP_MLLP_PORT                 port, or ports parted by commas, on which HL7 v2 is taken by MLLP (none by default), at HOST
  NODP_MLLP_SENDERS              whom messages come from (MSH-3 and MSH-4, * for any) and the system account they are taken in
                                 as: LIS@SYSUCC=sysucc-lis; 2576/*@GDPH=gdph charset=gb18030
  NODP_MLLP_CERTIFICATE, NODP_MLLP_CERTIFICATE_KEY, NODP_MLLP_CLIENT_CA
                                 PEM files for MLLP by TLS; with an authority, senders must show a certificate that it signed
  NODP_DIMSE_PORT                port on which images are taken by DICOM C-STORE (none by default), at HOST
  NODP_DIMSE_SENDERS             whom images come from (calling and called AE title, * for any) and the system account they are
                                 taken in as: CT01@NODP=sysucc-pacs; *@GDPH=gdph-pacs
  NODP_DIMSE_CERTIFICATE, NODP_DIMSE_CERTIFICATE_KEY, NODP_DIMSE_CLIENT_CA
                                 PEM files for DIMSE by TLS; with an authority, peers must show a certificate that it signed
  NODP_DICOM_FOLDER              folder of the images that are sent to /dicom-web (default images in NODP_HOME)
  NODP_DICOM_INSTANCE_MB         largest instance that is taken, MiB (default 2048)
  NODP_DICOM_CHARSETS            character set of files that declare none, by institution: SYSUCC=gb18030; *=gbk
  NODP_INNER_ADDRESSES           addresses or networks (10.20.0.0/16) of the hospitals' own network that key sets are fetched
                                 from and webhooks and messages sent to; without it no inner address is
  NODP_MESSAGE_GATEWAY_URL, NODP_MESSAGE_GATEWAY_SECRET
                                 your service that posts letters and sends text messages to patients, and the secret (whsec_…)
                                 that messages to it are signed by; without it people send them by hand
  A secret may lie in a file instead: DATABASE_URL_FILE, NODP_IDENTITY_KEY_FILE, … name it.
  Claims of either kind of token: nodp_role (a role's name), and nodp_institution (an institution's code) or, for who
  works for the whole network, nodp_national (true). A token has to end (exp) and name its audience (aud).
`;
