/**
 * HEIC photographs, where the browser itself can read them: Safari can, and makes a JPEG of one here. For the others a decoder
 * would have to come along: libheif as WebAssembly weighs more than twenty times what the whole form does (`weight.ts` in the
 * browser tests holds it to 60 kB), and sharp's build on the server has none either. They are told what to do instead.
 */

/** No larger than what is asked of a picture afterwards: a telephone's 50 megapixels would not fit into a canvas everywhere. */
const LONGEST_SIDE = 2400;

/** The photograph as a JPEG, its metadata left behind; null when this browser cannot read it. */
export async function heicAsJpeg(file: File): Promise<File | null> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return null;
  }
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.9));
  return blob && new File([blob], file.name.replace(/\.hei[cf]$/i, '.jpg'), { type: 'image/jpeg' });
}
