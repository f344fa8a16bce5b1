import { previewAssignment } from '@/server/assignments/preview-assignment'

export const POST = previewAssignment
