/// <reference types="astro/client" />

interface ImportMetaEnv {
  /** True in the program that is kept between two releases, which opens the content itself. */
  readonly TRAME_KEPT?: boolean;
}
