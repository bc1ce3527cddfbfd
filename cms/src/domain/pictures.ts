/** What is asked of a picture that somebody sends: the same at every door, so that what is taken at one is shown at the others. */

/**
 * From which complaint of the decoder a picture is damaged (`failOn` of sharp). What libvips only warns of is how strict it is:
 * telephones of Samsung write a scan header that the standard forbids (Ss, Se, Ah, Al of 0/0/0/0), and every browser shows their
 * pictures. A file that ends too early is an error.
 */
export const FAIL_ON = 'error';

/** Brands of pictures in HEVC (ISO/IEC 23008-12, annexe B), which neither sharp's own build nor most browsers decode. */
const HEVC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];
const AVIF_BRANDS = ['avif', 'avis'];

/** Is it a photograph as iPhones keep them, and Samsung’s telephones when they are set to? @param bytes the first 64 of the file, at least */
export function isHeic(bytes: Uint8Array): boolean {
  const text = String.fromCharCode(...bytes.subarray(0, 64));
  if (text.slice(4, 8) !== 'ftyp') return false;
  // An AVIF picture may name `mif1` too: what it is made for decides.
  const length = Math.min(64, (bytes[2] ?? 0) * 256 + (bytes[3] ?? 0));
  const brands = text.slice(8, length).match(/.{4}/gs) ?? [];
  return !brands.some((brand) => AVIF_BRANDS.includes(brand)) && brands.some((brand) => HEVC_BRANDS.includes(brand));
}

/** The same by its name and the type that a browser gives it. */
export const isNamedHeic = ({ name, type }: { readonly name: string; readonly type: string }): boolean =>
  /^image\/hei[cf]/.test(type) || /\.hei[cf]$/i.test(name);

export const pictureWords = {
  heic:
    'Cette photo est au format HEIC, que les sites ne savent pas afficher. ' +
    'Sur un iPhone\u00a0: ouvrez-la, touchez Partager, puis Options, choisissez «\u00a0Le plus compatible\u00a0» et enregistrez-la. ' +
    'Sur un Samsung ou un autre Android\u00a0: affichez-la en plein écran et faites-en une capture d’écran. ' +
    'Envoyez ensuite cette nouvelle image. Pour les prochaines photos, désactivez «\u00a0Photos haute efficacité\u00a0» (HEIF) dans les réglages de l’appareil photo.',
  damaged: 'Cette image est abîmée ou incomplète\u00a0: enregistrez-la à nouveau, ou choisissez-en une autre.',
};
