/** The three URLs that the API gets; never the migrator's. */
export interface ApiUrls {
  readonly app: string;
  readonly authn: string;
  readonly job: string;
}
