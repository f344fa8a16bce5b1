import { publishAssignment } from '@/server/assignments/publish-assignment'

export const POST = publishAssignment
