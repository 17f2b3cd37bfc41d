export { keepAnnouncements } from './store.ts'
