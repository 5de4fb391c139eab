#include <gtest/gtest.h>
TEST(Smoke, normalize) {}
