export { default as authLogo } from './logo-auth.svg';
export { default as menuLogo } from './logo-menu.svg';
