/** A frame is given its theme in its address: `?theme=sports`. */
const theme = new URLSearchParams(location.search).get('theme');
if (theme) document.querySelector('annuaire-associations')?.setAttribute('theme', theme);
