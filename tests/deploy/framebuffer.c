// Makes a plain file of 4 bytes a pixel answer as the kernel's framebuffer does, for whoever preloads this.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <linux/fb.h>
#include <stdarg.h>

enum { WIDTH = 800, HEIGHT = 480, BYTES = 4 };

int ioctl(int file, unsigned long request, ...) {
  va_list words;
  va_start(words, request);
  void *answer = va_arg(words, void *);
  va_end(words);
  switch (request) {
  case FBIOGET_FSCREENINFO:
    *(struct fb_fix_screeninfo *)answer = (struct fb_fix_screeninfo){
        .smem_len = WIDTH * HEIGHT * BYTES, .line_length = WIDTH * BYTES, .visual = FB_VISUAL_TRUECOLOR};
    return 0;
  case FBIOGET_VSCREENINFO:
    *(struct fb_var_screeninfo *)answer = (struct fb_var_screeninfo){
        .xres = WIDTH, .yres = HEIGHT, .xres_virtual = WIDTH, .yres_virtual = HEIGHT, .bits_per_pixel = 8 * BYTES,
        .red = {16, 8, 0}, .green = {8, 8, 0}, .blue = {0, 8, 0}, .width = 154, .height = 86};
    return 0;
  }
  return ((int (*)(int, unsigned long, ...))dlsym(RTLD_NEXT, "ioctl"))(file, request, answer);
}
