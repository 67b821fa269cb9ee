/** Whether requests can be served at this moment. */
export abstract class Readiness {
  /** True only when the database is reachable and has every migration of this build; false, never an error, otherwise. */
  abstract isReady(): Promise<boolean>;
}
